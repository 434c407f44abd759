package org.sistercities.content.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Credit;
import org.sistercities.content.story.Dateline;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Publication;
import org.sistercities.content.story.Series;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.Syndication;

/**
 * A published story without its text: enough to choose it, to list it and to tell whether it has changed.
 *
 * @param version the step that wrote what visitors read
 * @param formerSlugs addresses that lead to it
 * @param group what it has in common with its translations
 * @param images addresses of other sites' images in its text
 * @param imageIds our own images: the one that stands for it, then those in its text
 * @param original where it was first published; null when that is here
 */
public record Teaser(
        String id,
        int version,
        Manuscript.Kind kind,
        String slug,
        List<String> formerSlugs,
        String group,
        String language,
        String headline,
        String excerpt,
        @Nullable Dateline dateline,
        List<Credit> credits,
        List<String> cityIds,
        List<String> partnershipIds,
        List<String> eventIds,
        @Nullable String campaignId,
        List<String> tags,
        @Nullable Series series,
        List<String> images,
        @Nullable String leadImage,
        List<String> imageIds,
        @Nullable String original,
        LocalDate publishedOn,
        Instant publishedAt,
        Instant changedAt) {

    /** @param story a published one */
    static Teaser of(String id, Story story, Publication publication) {
        var text = publication.text();
        var slugs = story.slugs() == null ? List.of(id) : story.slugs();
        return new Teaser(
                id,
                publication.version(),
                text.kind(),
                slugs.getFirst(),
                List.copyOf(slugs.subList(1, slugs.size())),
                Story.group(id, text),
                text.language(),
                text.headline(),
                publication.copy().excerpt(),
                text.dateline(),
                text.credits(),
                text.cityIds(),
                text.partnershipIds(),
                text.eventIds(),
                text.campaignId(),
                text.tags(),
                text.series(),
                publication.copy().rendition().images(),
                text.leadImage(),
                publication.copy().imageIds(),
                original(text),
                publication.day(),
                publication.at().truncatedTo(ChronoUnit.MILLIS), // as the database keeps it
                publication.changedAt().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Whether it belongs into lists of news. */
    public boolean isNews() {
        return kind != Manuscript.Kind.PAGE;
    }

    /** The keys of those who wrote it. */
    public Set<String> authors() {
        return credits.stream().filter(Credit::wroteIt).map(Credit::key).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String original(Manuscript text) {
        return text.syndications().stream()
                .filter(there -> there.direction() == Syndication.Direction.FROM)
                .map(Syndication::url)
                .findFirst()
                .orElse(null);
    }
}
