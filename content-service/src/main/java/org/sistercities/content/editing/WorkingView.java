package org.sistercities.content.editing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Draft;
import org.sistercities.content.story.Flag;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Publication;
import org.sistercities.content.story.Step;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.Timing;
import org.sistercities.platform.aggregate.Stored;

/**
 * A story as those who work on it see it: the draft's words if there is a draft, else the published ones.
 *
 * @param stage how far the draft has come; absent when there is none
 * @param version the step that wrote these words
 * @param publishedVersion the step that wrote those visitors read
 */
record WorkingView(
        String id,
        Story.Status status,
        Draft.@Nullable Stage stage,
        @Nullable String owner,
        int version,
        @Nullable Integer publishedVersion,
        @JsonUnwrapped Manuscript text,
        String html,
        List<String> formerSlugs,
        Timing timing,
        @Nullable Flag flag,
        Step last,
        Instant draftedAt,
        @Nullable Instant publishedAt) {

    static WorkingView of(Stored<Story> stored) {
        var story = stored.state();
        var draft = story.draft();
        var publication = story.publication();
        var slugs = story.slugs();
        return new WorkingView(
                stored.id(),
                story.status(),
                draft == null ? null : draft.stage(),
                story.owner(),
                version(draft, publication),
                publication == null ? null : publication.version(),
                story.working().text().shown(story.slug(), publication == null ? null : publication.day()),
                story.working().rendition().html(),
                slugs == null ? List.of() : slugs.subList(1, slugs.size()),
                story.timing(),
                story.flag(),
                story.last(),
                story.draftedAt(),
                publication == null ? null : publication.at());
    }

    private static int version(@Nullable Draft draft, @Nullable Publication publication) {
        if (draft != null) return draft.version();
        return publication == null ? 0 : publication.version();
    }
}
