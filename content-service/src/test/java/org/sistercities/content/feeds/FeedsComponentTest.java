package org.sistercities.content.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.content.editing.StoryClient.answer;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentTest;
import org.sistercities.content.editing.StoryClient;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;

@ContentTest
class FeedsComponentTest {
    private static final String SITE = "http://localhost:8080";

    @LocalServerPort
    private int port;

    private StoryClient stories;
    private final String tag = "t-" + randomUUID();

    @BeforeEach
    void client() {
        stories = new StoryClient(port);
    }

    @Test
    void every_form_of_a_feed_has_the_newest_stories_with_their_texts() throws Exception {
        published("One & only <" + tag + ">", "2014-10-08", "");
        published("Two rooms " + tag, "2016-05-17", "");

        var rss = xml("/feeds/rss.xml?tag=" + tag);
        assertThat(texts(rss, "title"))
                .containsExactly("Sister Cities", "Two rooms " + tag, "One & only <" + tag + ">");
        assertThat(texts(rss, "pubDate").getFirst()).isEqualTo("Tue, 17 May 2016 00:00:00 GMT");
        assertThat(texts(rss, "content:encoded").getFirst()).contains("<em>two</em>");
        assertThat(texts(rss, "dc:creator")).contains("Mary D. Kane");

        var atom = xml("/feeds/atom.xml?tag=" + tag);
        assertThat(texts(atom, "title"))
                .containsExactly("Sister Cities", "Two rooms " + tag, "One & only <" + tag + ">");
        assertThat(texts(atom, "updated")).hasSize(3);

        var json = answer(stories.get("/feeds/feed.json?tag=" + tag)).body();
        assertThat(json).containsEntry("feed_url", SITE + "/api/v1/stories/feeds/feed.json?tag=" + tag);
        assertThat((List<?>) json.get("items"))
                .hasSize(2)
                .first()
                .satisfies(item -> assertThat(((Map<?, ?>) item).get("content_html"))
                        .asString()
                        .contains("<em>two</em>"));
        stories.get("/feeds/feed.exe").expectStatus().isNotFound();
    }

    @Test
    void a_follower_is_told_only_what_is_new() {
        published("One " + tag, "2014-10-08", "");
        var etag = stories.get("/feeds/rss.xml?tag=" + tag)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        stories.getUnless("/feeds/rss.xml?tag=" + tag, etag).expectStatus().isNotModified();
        published("Two " + tag, "2016-05-17", "");
        stories.getUnless("/feeds/rss.xml?tag=" + tag, etag).expectStatus().isOk();
    }

    @Test
    void the_sitemap_has_what_was_first_published_here_with_translations_and_images() throws Exception {
        var ours = published("Ours " + tag, "2014-10-08", "");
        var theirs = published(
                "Theirs " + tag,
                "2014-10-08",
                ",\"syndications\":[{\"platform\":\"Medium\",\"direction\":\"FROM\",\"url\":\"https://medium.com/p/1\"}]");
        published("Unsere " + tag, "2014-10-08", ",\"language\":\"de\",\"translationOf\":\"" + ours.id() + "\"");

        var index = texts(xml("/sitemap.xml"), "loc");
        assertThat(index).contains(SITE + "/api/v1/stories/sitemaps/0.xml", SITE + "/api/v1/stories/sitemaps/news.xml");
        var map = new String(bytes("/sitemaps/0.xml"), UTF_8);
        assertThat(map)
                .contains("<loc>" + SITE + "/stories/" + ours.body().get("slug") + "</loc>")
                .contains("hreflang=\"de\"", "<image:loc>https://img.example/a.jpg</image:loc>")
                .doesNotContain((String) theirs.body().get("slug"));
        stories.get("/sitemaps/9.xml").expectStatus().isNotFound();
    }

    @Test
    void news_is_of_two_days() throws Exception {
        published("Old " + tag, "2014-10-08", "");
        stories.published("{\"kind\":\"STORY\",\"headline\":\"New %s\",\"body\":\"x\"}".formatted(tag));

        assertThat(texts(xml("/sitemaps/news.xml"), "news:title"))
                .contains("New " + tag)
                .doesNotContain("Old " + tag);
    }

    @Test
    void signs_xml_does_not_know_are_left_out() throws Exception {
        var sign = new String(Character.toChars(1));
        var headline = IntStream.of(0x41, 0x1F91D, 0x42)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var bytes = new Xml().text("a", sign + headline + "\uD800 ]]> \uFFFF").bytes();

        assertThat(parsed(bytes).getDocumentElement().getTextContent()).isEqualTo("A🤝B ]]> ");
    }

    private StoryClient.Answer published(String headline, String day, String more) {
        return stories.published("""
                {"kind":"STORY","headline":"%s","body":"One ceremony and *two* rooms. ![x](https://img.example/a.jpg)",
                 "credits":[{"role":"AUTHOR","name":"Mary D. Kane"}],"tags":["%s"],"publishedOn":"%s"%s}""".formatted(headline, tag, day, more));
    }

    private byte[] bytes(String path) {
        return stories.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private Document xml(String path) throws Exception {
        return parsed(bytes(path));
    }

    private static Document parsed(byte[] bytes) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<String> texts(Document document, String name) {
        var found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
