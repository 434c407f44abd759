package org.sistercities.content.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Stored;

/** A story in a list: enough to choose it, not its text. */
record StoryTeaser(
        String id,
        Manuscript.Kind kind,
        Story.Status status,
        @Nullable String slug,
        String headline,
        @Nullable String excerpt,
        @Nullable Dateline dateline,
        List<Credit> credits,
        List<String> cityIds,
        List<String> partnershipIds,
        @Nullable LocalDate publishedOn) {

    static StoryTeaser of(Stored<Story> stored) {
        var text = stored.state().text();
        return new StoryTeaser(
                stored.id(),
                text.kind(),
                stored.state().status(),
                text.slug(),
                text.headline(),
                text.excerpt(),
                text.dateline(),
                text.credits(),
                text.cityIds(),
                text.partnershipIds(),
                text.publishedOn());
    }
}
