package org.sistercities.content.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.image.Picture;
import org.sistercities.content.site.Site;
import org.sistercities.content.story.Credit;
import org.sistercities.content.story.Series;

/**
 * What machines read of a story: search engines, and those that show a card for a link.
 *
 * @param canonical the address that counts: theirs for what was first published elsewhere, else ours
 * @param openGraph properties and values, in order; a property may come more than once
 * @param jsonLd schema.org
 */
public record Metadata(String canonical, List<Property> openGraph, Map<String, Object> jsonLd) {
    private static final int LONGEST_HEADLINE = 110; // what search engines show of one

    /** One Open Graph property. */
    public record Property(String property, String content) {}

    static Metadata of(Teaser story, List<Teaser> translations, List<Picture> pictures, Site site) {
        var canonical = story.original() != null ? story.original() : site.story(story.slug());
        return new Metadata(
                canonical,
                openGraph(story, translations, pictures, site),
                jsonLd(story, translations, canonical, pictures, site));
    }

    private static List<Property> openGraph(
            Teaser story, List<Teaser> translations, List<Picture> pictures, Site site) {
        var found = new ArrayList<Property>();
        found.add(new Property("og:type", story.isNews() ? "article" : "website"));
        found.add(new Property("og:title", story.headline()));
        found.add(new Property("og:description", story.excerpt()));
        found.add(new Property("og:url", site.story(story.slug())));
        found.add(new Property("og:site_name", site.name()));
        found.add(new Property("og:locale", story.language().replace('-', '_')));
        translations.stream()
                .filter(other -> !other.id().equals(story.id()))
                .forEach(other -> found.add(
                        new Property("og:locale:alternate", other.language().replace('-', '_'))));
        pictures.forEach(picture -> image(picture, found));
        if (story.isNews()) {
            found.add(new Property("article:published_time", story.publishedAt().toString()));
            found.add(new Property("article:modified_time", story.changedAt().toString()));
            Author.of(story.credits()).forEach(author -> found.add(new Property("article:author", author.name())));
            story.tags().forEach(tag -> found.add(new Property("article:tag", tag)));
        }
        return List.copyOf(found);
    }

    private static Map<String, Object> jsonLd(
            Teaser story, List<Teaser> translations, String canonical, List<Picture> pictures, Site site) {
        var found = new LinkedHashMap<String, Object>();
        found.put("@context", "https://schema.org");
        found.put("@type", type(story));
        found.put("@id", site.story(story.slug()));
        found.put("url", site.story(story.slug()));
        found.put("mainEntityOfPage", canonical);
        found.put("headline", shortened(story.headline()));
        found.put("description", story.excerpt());
        found.put("inLanguage", story.language());
        found.put("datePublished", story.publishedAt().toString());
        found.put("dateModified", story.changedAt().toString());
        if (story.dateline() != null) found.put("dateline", dateline(story));
        put(
                found,
                "author",
                story.credits().stream()
                        .filter(Credit::wroteIt)
                        .map(Metadata::party)
                        .toList());
        put(
                found,
                "contributor",
                story.credits().stream()
                        .filter(credit -> !credit.wroteIt())
                        .map(Metadata::party)
                        .toList());
        found.put("publisher", Map.of("@type", "Organization", "name", site.name(), "url", site.url()));
        put(found, "image", pictures.stream().map(Metadata::image).toList());
        put(found, "keywords", story.tags());
        if (story.original() != null) found.put("isBasedOn", story.original());
        if (story.series() != null) found.put("isPartOf", series(story.series()));
        if (story.series() != null) found.put("position", story.series().part());
        put(
                found,
                "workTranslation",
                translations.stream()
                        .filter(other -> !other.id().equals(story.id()))
                        .map(other -> site.story(other.slug()))
                        .toList());
        return found;
    }

    private static String type(Teaser story) {
        return switch (story.kind()) {
            case STORY -> "BlogPosting";
            case PRESS_RELEASE -> "NewsArticle";
            case PAGE -> "WebPage";
        };
    }

    private static @Nullable String dateline(Teaser story) {
        var dateline = story.dateline();
        return dateline == null ? null : dateline.place() + ", " + dateline.date();
    }

    private static Map<String, Object> series(Series series) {
        return Map.of("@type", "CreativeWorkSeries", "name", series.name());
    }

    private static void image(Picture picture, List<Property> found) {
        found.add(new Property("og:image", picture.url()));
        if (picture.width() != null)
            found.add(new Property("og:image:width", picture.width().toString()));
        if (picture.height() != null)
            found.add(new Property("og:image:height", picture.height().toString()));
        if (picture.alt() != null) found.add(new Property("og:image:alt", picture.alt()));
    }

    private static Object image(Picture picture) {
        if (picture.id() == null) return picture.url();
        var found = new LinkedHashMap<String, Object>();
        found.put("@type", "ImageObject");
        found.put("contentUrl", picture.url());
        found.put("url", picture.url());
        if (picture.width() != null) found.put("width", picture.width());
        if (picture.height() != null) found.put("height", picture.height());
        if (picture.caption() != null) found.put("caption", picture.caption());
        if (picture.credit() != null) found.put("creditText", picture.credit());
        put(found, "creator", picture.credits().stream().map(Metadata::party).toList());
        var licence = picture.licence();
        if (licence != null) found.put("license", licence.url() != null ? licence.url() : licence.name());
        return found;
    }

    private static Map<String, Object> party(Credit credit) {
        var found = new LinkedHashMap<String, Object>();
        boolean person = credit.name() != null && !credit.name().isBlank();
        found.put("@type", person ? "Person" : "Organization");
        found.put("name", credit.who());
        if (credit.link() != null) found.put("url", credit.link());
        if (person && credit.title() != null) found.put("jobTitle", credit.title());
        if (person && credit.organisation() != null)
            found.put("affiliation", Map.of("@type", "Organization", "name", credit.organisation()));
        return found;
    }

    private static void put(Map<String, Object> found, String name, List<?> values) {
        if (!values.isEmpty()) found.put(name, values);
    }

    private static String shortened(String headline) {
        return org.sistercities.content.markdown.Words.shortened(headline, LONGEST_HEADLINE);
    }
}
