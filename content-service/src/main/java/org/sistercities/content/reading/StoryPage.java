package org.sistercities.content.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.campaign.CampaignBlock;
import org.sistercities.content.image.Picture;
import org.sistercities.content.story.Copy;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.Stored;

/**
 * A story as visitors read it, all a page needs in one answer.
 *
 * @param text what was written, the Markdown included
 * @param opening its excerpt, or how it begins
 * @param html the text with its images, each with its caption and credit
 * @param pictures our images in it: the one that stands for it first, if {@code leadImage} says so
 * @param surroundings what is not in the story itself; absent in a draft
 */
record StoryPage(
        String id,
        Story.Status status,
        @JsonUnwrapped Manuscript text,
        String opening,
        String html,
        List<Picture> pictures,
        List<Author> authors,
        @Nullable Instant publishedAt,
        @Nullable Instant changedAt,
        Instant draftedAt,
        @JsonUnwrapped @Nullable Surroundings surroundings) {

    /** What else a published story's page shows; it changes without the story. */
    record Surroundings(
            List<CityRef> cities,
            List<Alternate> alternates,
            List<SeriesPart> seriesParts,
            @Nullable CampaignBlock campaign,
            Metadata meta) {}

    static StoryPage of(Stored<Story> stored, Pictures pictures, @Nullable Surroundings surroundings) {
        var story = stored.state();
        var publication = story.publication();
        Copy copy = publication == null ? story.working() : publication.copy();
        return new StoryPage(
                stored.id(),
                story.status(),
                copy.text().shown(story.slug(), publication == null ? null : publication.day()),
                copy.excerpt(),
                pictures.html(copy.rendition().html()),
                copy.imageIds().stream()
                        .flatMap(id -> pictures.find(id).stream())
                        .toList(),
                Author.of(copy.text().credits()),
                publication == null ? null : publication.at(),
                publication == null ? null : publication.changedAt(),
                story.draftedAt(),
                surroundings);
    }
}
