package org.sistercities.content.feeds;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.reading.Catalog;
import org.sistercities.content.reading.Choice;
import org.sistercities.content.reading.Pictures;
import org.sistercities.content.reading.Reading;
import org.sistercities.content.reading.Teaser;
import org.sistercities.content.site.Conditional;
import org.sistercities.content.site.Site;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.security.Public;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What search engines should know: all that was first published here, and apart from it the news of two days. */
@RestController
@RequestMapping("/api/v1/stories")
@Public
class SitemapController {
    private static final int A_FILE = 10_000;
    private static final int MOST_NEWS = 1_000; // what Google News takes
    private static final Duration NEWS = Duration.ofDays(2);
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Reading reading;
    private final Catalog catalog;
    private final Pictures pictures;
    private final Site site;
    private final Clock clock;

    SitemapController(Reading reading, Catalog catalog, Pictures pictures, Site site, Clock clock) {
        this.reading = reading;
        this.catalog = catalog;
        this.pictures = pictures;
        this.site = site;
        this.clock = clock;
    }

    /** Which sitemaps there are. */
    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        reading.mustBeReady();
        var xml = new Xml();
        var bytes = xml.element(
                        "sitemapindex",
                        () -> {
                            for (int n = 0; n < files(); n++) sitemap("/sitemaps/" + n + ".xml", xml);
                            sitemap("/sitemaps/news.xml", xml);
                        },
                        "xmlns",
                        SITEMAP)
                .bytes();
        return answer(String.valueOf(files()), known, bytes);
    }

    /** One of the sitemaps of everything; a story stays in its own as long as their number stays. */
    @GetMapping("/sitemaps/{file:\\d{1,4}}.xml")
    ResponseEntity<byte[]> all(
            @PathVariable int file,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        reading.mustBeReady();
        int files = files();
        if (file >= files) throw new NoSuchAggregate("sitemap", String.valueOf(file));
        var stories = catalog.all().stream()
                .filter(story ->
                        story.original() == null && Math.floorMod(story.id().hashCode(), files) == file)
                .toList();
        var xml = new Xml();
        var bytes = xml.element(
                        "urlset",
                        () -> stories.forEach(story -> url(story, xml)),
                        "xmlns",
                        SITEMAP,
                        "xmlns:image",
                        "http://www.google.com/schemas/sitemap-image/1.1",
                        "xmlns:xhtml",
                        "http://www.w3.org/1999/xhtml")
                .bytes();
        return answer(state(stories), known, bytes);
    }

    /** The stories and press releases of the last two days. */
    @GetMapping("/sitemaps/news.xml")
    ResponseEntity<byte[]> news(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var since = clock.instant().minus(NEWS);
        var stories = reading.newest(Choice.ALL, MOST_NEWS).stream()
                .filter(story -> story.original() == null && story.publishedAt().isAfter(since))
                .toList();
        var xml = new Xml();
        var bytes = xml.element(
                        "urlset",
                        () -> stories.forEach(story -> newsUrl(story, xml)),
                        "xmlns",
                        SITEMAP,
                        "xmlns:news",
                        "http://www.google.com/schemas/sitemap-news/0.9")
                .bytes();
        return answer(state(stories), known, bytes);
    }

    private void sitemap(String path, Xml xml) {
        xml.element("sitemap", () -> xml.text("loc", site.api(path)));
    }

    private void url(Teaser story, Xml xml) {
        xml.element("url", () -> {
            xml.text("loc", site.story(story.slug()))
                    .text("lastmod", story.changedAt().toString());
            var translations = catalog.translations(story.group());
            if (translations.size() > 1)
                for (var other : translations)
                    xml.empty(
                            "xhtml:link",
                            "rel",
                            "alternate",
                            "hreflang",
                            other.language(),
                            "href",
                            site.story(other.slug()));
            for (var picture : pictures.of(story))
                xml.element("image:image", () -> xml.text("image:loc", picture.url()));
        });
    }

    private void newsUrl(Teaser story, Xml xml) {
        xml.element(
                "url",
                () -> xml.text("loc", site.story(story.slug()))
                        .element(
                                "news:news",
                                () -> xml.element(
                                                "news:publication",
                                                () -> xml.text("news:name", site.name())
                                                        .text("news:language", story.language()))
                                        .text(
                                                "news:publication_date",
                                                story.publishedAt().toString())
                                        .text("news:title", story.headline())));
    }

    private int files() {
        return 1 + catalog.size() / A_FILE;
    }

    private static String state(List<Teaser> stories) {
        return stories.stream()
                .map(story -> story.slug() + story.changedAt())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static ResponseEntity<byte[]> answer(String state, @Nullable String known, byte[] bytes) {
        return Conditional.answer(Conditional.tag(state), known, MediaType.APPLICATION_XML, () -> bytes);
    }
}
