package org.sistercities.web.writing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.story.StoryItem.Dateline;
import org.sistercities.web.story.StoryPage.Credit;
import org.sistercities.web.story.StoryPage.Picture;

/**
 * A story as visitors would read it.
 *
 * @param html sanitised by the API
 */
record Sheet(
        String kind,
        String language,
        String headline,
        @Nullable String excerpt,
        @Nullable Dateline dateline,
        String html,
        @Nullable Picture picture,
        List<Credit> credits) {}
