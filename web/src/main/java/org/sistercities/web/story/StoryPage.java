package org.sistercities.web.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.story.StoryItem.CityRef;
import org.sistercities.web.story.StoryItem.Dateline;
import tools.jackson.databind.JsonNode;

/**
 * A story as the API tells it; {@code html} is sanitised there.
 *
 * @param leadImage the id of the picture that stands above it, which is the first of its pictures then
 */
public record StoryPage(
        String id,
        String kind,
        String slug,
        String language,
        String headline,
        String opening,
        @Nullable String excerpt,
        String html,
        @Nullable Dateline dateline,
        List<Credit> credits,
        List<Photo> photos,
        @Nullable List<String> tags,
        @Nullable List<String> partnershipIds,
        @Nullable List<String> eventIds,
        @Nullable List<Syndication> syndications,
        @Nullable LocalDate publishedOn,
        @Nullable String leadImage,
        @Nullable List<Picture> pictures,
        @Nullable List<CityRef> cities,
        @Nullable List<Alternate> alternates,
        @Nullable Meta meta) {

    /** Who did what for it. */
    public record Credit(
            String role,
            @Nullable String name,
            @Nullable String title,
            @Nullable String organisation,
            @Nullable String link) {

        /** As it is printed: name, title and organisation. */
        public String line() {
            return String.join(
                    ", ",
                    java.util.stream.Stream.of(name, title, organisation)
                            .filter(part -> part != null && !part.isBlank())
                            .toList());
        }
    }

    /** A picture with all that belongs under it; its credit is never cut off. */
    public record Picture(
            String url,
            int width,
            int height,
            @Nullable String alt,
            @Nullable String caption,
            @Nullable String credit,
            List<Source> sources) {

        /** All sizes, for the browser to choose. */
        public String srcset() {
            return String.join(
                    ", ",
                    sources.stream()
                            .map(source -> source.url() + " " + source.width() + "w")
                            .toList());
        }
    }

    /** The picture in one size. */
    public record Source(String url, int width, int height) {}

    /** What stands above the text, if anything does. */
    public @Nullable Picture lead() {
        return leadImage == null || pictures == null || pictures.isEmpty() ? null : pictures.getFirst();
    }

    record Photo(@Nullable String credit, @Nullable String caption) {}

    record Syndication(String platform, String direction, String url) {}

    record Alternate(String language, String slug, String url) {}

    record Meta(String canonical, List<Property> openGraph, JsonNode jsonLd) {}

    record Property(String property, String content) {}

    /** For machines, safe to stand in a page: no tag can end in it. */
    public @Nullable String jsonLd() {
        return meta == null ? null : meta.jsonLd().toString().replace("<", "\\u003c");
    }
}
