package org.sistercities.web.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stories, newest or best first. */
public record StoryList(List<StoryItem> items, @Nullable String next) {}
