package org.sistercities.content.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.image.Picture;
import org.sistercities.content.names.CityNames;
import org.sistercities.content.story.Credit;
import org.sistercities.content.story.Dateline;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Series;
import org.sistercities.content.story.Story;

/**
 * A published story in a list: enough to choose it, not its text.
 *
 * @param image the address of its first image
 * @param picture all about that image, when it is ours
 */
public record StoryItem(
        String id,
        Manuscript.Kind kind,
        Story.Status status,
        String slug,
        String language,
        String headline,
        String excerpt,
        @Nullable Dateline dateline,
        List<Credit> credits,
        List<Author> authors,
        List<String> cityIds,
        List<CityRef> cities,
        List<String> partnershipIds,
        List<String> eventIds,
        List<String> tags,
        @Nullable Series series,
        @Nullable String image,
        @Nullable Picture picture,
        LocalDate publishedOn,
        Instant publishedAt,
        Instant changedAt) {

    public static StoryItem of(Teaser story, CityNames names, Pictures pictures) {
        var picture = pictures.first(story);
        return new StoryItem(
                story.id(),
                story.kind(),
                Story.Status.PUBLISHED,
                story.slug(),
                story.language(),
                story.headline(),
                story.excerpt(),
                story.dateline(),
                story.credits(),
                Author.of(story.credits()),
                story.cityIds(),
                CityRef.of(story.cityIds(), names),
                story.partnershipIds(),
                story.eventIds(),
                story.tags(),
                story.series(),
                picture.map(Picture::url).orElse(null),
                picture.filter(one -> one.id() != null).orElse(null),
                story.publishedOn(),
                story.publishedAt(),
                story.changedAt());
    }
}
