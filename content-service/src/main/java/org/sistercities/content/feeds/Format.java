package org.sistercities.content.feeds;

import static java.time.ZoneOffset.UTC;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercities.content.image.Picture;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The forms of a feed. */
enum Format {
    RSS("rss.xml", "application/rss+xml;charset=UTF-8") {
        @Override
        byte[] write(Feed feed) {
            var xml = new Xml();
            return xml.element(
                            "rss",
                            () -> xml.element("channel", () -> channel(feed, xml)),
                            "version",
                            "2.0",
                            "xmlns:atom",
                            ATOM,
                            "xmlns:content",
                            "http://purl.org/rss/1.0/modules/content/",
                            "xmlns:dc",
                            "http://purl.org/dc/elements/1.1/",
                            "xmlns:media",
                            "http://search.yahoo.com/mrss/")
                    .bytes();
        }

        private void channel(Feed feed, Xml xml) {
            xml.text("title", feed.title())
                    .text("link", feed.siteUrl())
                    .text("description", feed.title())
                    .text(
                            "lastBuildDate",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    feed.updated().atOffset(UTC)))
                    .empty("atom:link", "href", feed.self(), "rel", "self", "type", "application/rss+xml");
            for (var item : feed.items()) xml.element("item", () -> item(item, xml));
        }

        private void item(Feed.Item item, Xml xml) {
            var story = item.story();
            xml.text("title", story.headline())
                    .text("link", item.url())
                    .text("guid", item.id(), "isPermaLink", "false")
                    .text(
                            "pubDate",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    story.publishedAt().atOffset(UTC)))
                    .text("description", story.excerpt());
            item.authors().forEach(author -> xml.text("dc:creator", author));
            story.tags().forEach(tag -> xml.text("category", tag));
            xml.text("dc:language", story.language()).text("content:encoded", item.html());
            for (var picture : item.pictures())
                xml.element("media:content", () -> media(picture, xml), "url", picture.url(), "medium", "image");
        }

        private void media(Picture picture, Xml xml) {
            xml.text("media:description", picture.caption()).text("media:credit", picture.credit());
        }
    },
    ATOM_XML("atom.xml", "application/atom+xml;charset=UTF-8") {
        @Override
        byte[] write(Feed feed) {
            var xml = new Xml();
            return xml.element("feed", () -> head(feed, xml), "xmlns", ATOM).bytes();
        }

        private void head(Feed feed, Xml xml) {
            xml.text("id", feed.self())
                    .text("title", feed.title())
                    .text("updated", feed.updated().toString())
                    .empty("link", "rel", "self", "href", feed.self())
                    .empty("link", "rel", "alternate", "href", feed.siteUrl())
                    .element("author", () -> xml.text("name", feed.title()));
            for (var item : feed.items())
                xml.element(
                        "entry",
                        () -> entry(item, xml),
                        "xml:lang",
                        item.story().language());
        }

        private void entry(Feed.Item item, Xml xml) {
            var story = item.story();
            xml.text("id", item.id())
                    .text("title", story.headline())
                    .empty("link", "rel", "alternate", "href", item.url())
                    .text("published", story.publishedAt().toString())
                    .text("updated", story.changedAt().toString())
                    .text("summary", story.excerpt())
                    .text("content", item.html(), "type", "html");
            item.authors().forEach(author -> xml.element("author", () -> xml.text("name", author)));
            story.tags().forEach(tag -> xml.empty("category", "term", tag));
        }
    },
    JSON("feed.json", "application/feed+json") {
        @Override
        byte[] write(Feed feed) {
            var found = new LinkedHashMap<String, Object>();
            found.put("version", "https://jsonfeed.org/version/1.1");
            found.put("title", feed.title());
            found.put("home_page_url", feed.siteUrl());
            found.put("feed_url", feed.self());
            found.put("items", feed.items().stream().map(Format::json).toList());
            return MAPPER.writeValueAsBytes(found);
        }
    };

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String file;
    private final String type;

    Format(String file, String type) {
        this.file = file;
        this.type = type;
    }

    String file() {
        return file;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    abstract byte[] write(Feed feed);

    private static Map<String, Object> json(Feed.Item item) {
        var story = item.story();
        var found = new LinkedHashMap<String, Object>();
        found.put("id", item.id());
        found.put("url", item.url());
        if (story.original() != null) found.put("external_url", story.original());
        found.put("title", story.headline());
        found.put("content_html", item.html());
        found.put("summary", story.excerpt());
        item.pictures().stream().findFirst().ifPresent(picture -> found.put("image", picture.url()));
        found.put("date_published", story.publishedAt().toString());
        found.put("date_modified", story.changedAt().toString());
        found.put("language", story.language());
        var authors = item.authors().stream().map(name -> Map.of("name", name)).toList();
        if (!authors.isEmpty()) found.put("authors", authors);
        if (!story.tags().isEmpty()) found.put("tags", List.copyOf(story.tags()));
        return found;
    }
}
