package org.sistercities.content.editing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Credit;
import org.sistercities.content.story.Draft;
import org.sistercities.content.story.Flag;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.Timing;
import org.sistercities.platform.aggregate.Stored;

/** A story in the lists of those who work on stories. */
record DraftItem(
        String id,
        Manuscript.Kind kind,
        Story.Status status,
        Draft.@Nullable Stage stage,
        @Nullable String owner,
        @Nullable String slug,
        String language,
        String headline,
        String excerpt,
        List<Credit> credits,
        List<String> cityIds,
        List<String> partnershipIds,
        List<String> eventIds,
        Timing timing,
        @Nullable Flag flag,
        Instant draftedAt) {

    static DraftItem of(Stored<Story> stored) {
        var story = stored.state();
        var text = story.working().text();
        return new DraftItem(
                stored.id(),
                text.kind(),
                story.status(),
                story.draft() == null ? null : story.draft().stage(),
                story.owner(),
                text.slug() != null ? text.slug() : story.slug(),
                text.language(),
                text.headline(),
                story.working().excerpt(),
                text.credits(),
                text.cityIds(),
                text.partnershipIds(),
                text.eventIds(),
                story.timing(),
                story.flag(),
                story.draftedAt());
    }
}
