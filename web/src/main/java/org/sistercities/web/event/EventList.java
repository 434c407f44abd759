package org.sistercities.web.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events in the order of their beginning. */
public record EventList(List<EventItem> items, @Nullable String next) {}
