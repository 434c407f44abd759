package org.sistercities.content.story;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Stored;

/** A story as clients read it: what was written, and where it stands. */
record StoryView(
        String id,
        Story.Status status,
        @JsonUnwrapped Manuscript text,
        Instant draftedAt,
        @Nullable Instant publishedAt) {

    static StoryView of(Stored<Story> stored) {
        var story = stored.state();
        var publishedAt = Optional.ofNullable(story.publication())
                .map(Story.Publication::at)
                .orElse(null);
        return new StoryView(stored.id(), story.status(), story.text(), story.draftedAt(), publishedAt);
    }
}
