package org.sistercities.content.imports;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.content.editing.StoryClient.AUTHOR;
import static org.sistercities.content.editing.StoryClient.EDITOR;
import static org.sistercities.content.editing.StoryClient.answer;
import static org.sistercities.content.editing.StoryClient.expectProblem;
import static org.sistercities.content.imports.Exports.bytes;
import static org.sistercities.content.imports.Exports.zip;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentTest;
import org.sistercities.content.darkroom.SampleImages;
import org.sistercities.content.editing.StoryClient;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ContentTest
class ImportComponentTest {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    private final String run = randomUUID().toString();
    private StoryClient stories;

    @BeforeEach
    void client() {
        stories = new StoryClient(port);
    }

    @Test
    void a_wordpress_site_with_its_pictures_comes_in_as_drafts_once() {
        var export = zip(Map.of(
                "twins.xml", bytes(Exports.wxr(run)),
                "wp-content/uploads/2014/10/mayors.png", SampleImages.png(43, 31)));
        var tried = lines("wxr", "&dryRun=true", export);
        assertThat(outcomes(tried)).containsExactly("WOULD_BE_IMPORTED", "WOULD_BE_IMPORTED", "SKIPPED");
        assertThat(tried.getLast().path("counts").path("WOULD_BE_IMPORTED").asInt())
                .isEqualTo(2);
        stories.get("/" + tried.getFirst().path("story").asString() + "/draft", EDITOR)
                .expectStatus()
                .isNotFound();

        var report = lines("wxr", "", export);
        assertThat(outcomes(report)).containsExactly("IMPORTED", "IMPORTED", "SKIPPED");
        assertThat(report.getFirst().path("notes").toString())
                .contains("gone.jpg")
                .doesNotContain("mayors");
        assertThat(report.get(2).path("reason").asString()).isEqualTo("It was thrown away.");
        var post = draft(report.getFirst());
        assertThat(post)
                .containsEntry("status", "DRAFT")
                .containsEntry("stage", "DRAFT")
                .containsEntry("headline", "Lockport & Asiago sign")
                .containsEntry("slug", "sign-" + run)
                .containsEntry("excerpt", "Nobody had to travel.")
                .containsEntry("language", "en-US")
                .containsEntry("publishedOn", "2014-10-03")
                .containsEntry("tags", List.of("news-notes", "signing"))
                .containsEntry("credits", List.of(Map.of("role", "AUTHOR", "name", "Mary D. Kane")))
                .containsEntry(
                        "syndications",
                        List.of(Map.of(
                                "platform",
                                "twins.example.org",
                                "direction",
                                "FROM",
                                "url",
                                "https://twins.example.org/2014/10/sign-" + run + "/")));
        var image = (String) post.get("leadImage");
        assertThat((String) post.get("body"))
                .startsWith("There was one ceremony  \nand **two** rooms.\n\n![Two mayors wave](image:" + image + ")")
                .doesNotContain("The mayors")
                .contains("[A hall](https://twins.example.org/wp-content/uploads/2014/10/gone.jpg)")
                .doesNotContain("caption id");
        assertThat((String) post.get("html")).contains("<img src=\"/api/v1/images/" + image);
        assertThat(picture(image)).contains("\"caption\":\"The mayors\"");
        assertThat(draft(report.get(1))).containsEntry("kind", "PAGE").containsEntry("body", "Since 1956.");

        assertThat(outcomes(lines("wxr", "", export))).containsExactly("ALREADY_THERE", "ALREADY_THERE", "SKIPPED");
        var published = stories.publish(EDITOR, (String) post.get("id"), "\"1\"");
        published.expectStatus().isOk();
        assertThat(outcomes(lines("wxr", "", export))).startsWith("ALREADY_THERE");
    }

    @Test
    void a_ghost_site_comes_in() {
        var export = zip(Map.of(
                "ghost.json", bytes(Exports.ghost(run)),
                "content/images/2016/09/eisenhower.png", SampleImages.png(30, 40)));
        var withoutPictures = lines("ghost", "&site=https://sixty.example.org&dryRun=true", bytes(Exports.ghost(run)));
        assertThat(withoutPictures.getFirst().path("notes")).hasSize(2).doesNotHaveDuplicates();
        var report = lines("ghost", "&site=https://sixty.example.org", export);
        assertThat(outcomes(report)).containsExactly("IMPORTED", "IMPORTED");
        var post = draft(report.getFirst());
        assertThat(post)
                .containsEntry("headline", "Sixty years")
                .containsEntry("publishedOn", "2016-09-11")
                .containsEntry("excerpt", "Peace through people.")
                .containsEntry("tags", List.of("people-to-people"));
        assertThat((String) post.get("body"))
                .isEqualTo("Since 1956. ![A president](image:%s) [us](https://sixty.example.org/about/)"
                        .formatted(post.get("leadImage")));
        assertThat(picture((String) post.get("leadImage")))
                .contains("\"alt\":\"The president of 1956\"", "\"caption\":\"Eisenhower & guests\"");
        assertThat(post.get("syndications").toString()).contains("https://sixty.example.org/sixty-" + run + "/");
        assertThat(draft(report.get(1))).containsEntry("kind", "PAGE").doesNotContainKey("publishedOn");
        assertThat(outcomes(lines("ghost", "", bytes(Exports.ghost(run)))))
                .containsExactly("ALREADY_THERE", "ALREADY_THERE");
        assertThat(report.toString()).doesNotContain("hash", "mary@example.org");
    }

    @Test
    void mediums_archive_comes_in() {
        var id = run.replace("-", "").substring(0, 12);
        var export = zip(Map.of(
                "README.html",
                bytes("<p>Hello"),
                "posts/2017-01-18_A-gala-" + id + ".html",
                bytes(Exports.medium(id)),
                "images/1*abc.png",
                SampleImages.png(20, 20)));
        var report = lines("medium", "", export);
        assertThat(outcomes(report)).containsExactly("IMPORTED");
        var post = draft(report.getFirst());
        assertThat(post)
                .containsEntry("headline", "A gala")
                .containsEntry("excerpt", "Four hundred guests.")
                .containsEntry("publishedOn", "2017-01-18")
                .containsEntry("credits", List.of(Map.of("role", "AUTHOR", "name", "Mary D. Kane")))
                .containsEntry(
                        "syndications",
                        List.of(Map.of(
                                "platform",
                                "Medium",
                                "direction",
                                "FROM",
                                "url",
                                "https://medium.com/@mdkane/a-gala-" + id)));
        assertThat((String) post.get("body")).matches("(?s)They \\*\\*came\\*\\*\\.\\s+!\\[]\\(image:[0-9a-f]{32}\\)");
        assertThat(outcomes(lines("medium", "", export))).containsExactly("ALREADY_THERE");
    }

    @Test
    void a_feed_comes_in_and_names_its_doubles() {
        var report = lines("rss", "", bytes(Exports.rss(run)));
        assertThat(outcomes(report)).containsExactly("IMPORTED", "SKIPPED");
        assertThat(report.get(1).path("reason").asString()).isEqualTo("It is item 1 once more.");
        assertThat(draft(report.getFirst()))
                .containsEntry("language", "it")
                .containsEntry("body", "Due *sindaci*.")
                .containsEntry("publishedOn", "2014-10-03")
                .containsEntry("credits", List.of(Map.of("role", "AUTHOR", "name", "Anna Bianchi")));
    }

    @Test
    void one_bad_item_keeps_no_other_from_coming() {
        var more = """
                <item><title>Long</title><guid>https://twins.example.org/long-%1$s</guid><content:encoded>%2$s</content:encoded>
                  <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
                <item><title>Evil</title><guid>https://twins.example.org/evil-%1$s</guid>
                  <content:encoded><![CDATA[<p onclick="x()">Hi<script>alert(1)</script><a href="javascript:x()">there</a><img src=x onerror=alert(1)></p>]]></content:encoded>
                  <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
                """.formatted(run, "word ".repeat(60_000));
        var report = lines("wxr", "", bytes(Exports.wxr(run, more)));
        assertThat(outcomes(report)).containsExactly("IMPORTED", "IMPORTED", "SKIPPED", "FAILED", "IMPORTED");
        assertThat(report.get(3).path("reason").asString()).contains("body");
        assertThat(draft(report.get(4))).containsEntry("body", "Hithere");
    }

    @Test
    void two_at_once_make_no_doubles() throws Exception {
        var export = bytes(Exports.wxr(run));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> send = () -> send("wxr", "", EDITOR, export)
                    .returnResult(String.class)
                    .getStatus()
                    .value();
            var answers = threads.invokeAll(List.of(send, send, send));
            for (var one : answers) assertThat(one.get()).isIn(200, 503);
        }
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(outcomes(lines("wxr", "", export)))
                        .containsExactly("ALREADY_THERE", "ALREADY_THERE", "SKIPPED"));
    }

    @Test
    void what_is_no_export_is_refused_and_only_editors_import() {
        expectProblem(send("wxr", "", EDITOR, bytes("MZ")), 422, "unreadable-export");
        expectProblem(send("medium", "", EDITOR, bytes("<rss/>")), 422, "unreadable-export");
        expectProblem(send("ghost", "", EDITOR, bytes("{")), 422, "unreadable-export");
        expectProblem(send("wxr", "", EDITOR, zip(Map.of("../x.xml", bytes("<rss/>")))), 422, "unsafe-archive");
        expectProblem(send("tumblr", "", EDITOR, bytes("x")), 422, "invalid-request");
        send("wxr", "", AUTHOR, bytes("x")).expectStatus().isForbidden();
    }

    private Map<String, Object> draft(JsonNode line) {
        return answer(stories.get("/" + line.path("story").asString() + "/draft", EDITOR)
                        .expectStatus()
                        .isOk())
                .body();
    }

    private String picture(String id) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/api/v1/images/" + id)
                .header("Authorization", EDITOR)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static List<String> outcomes(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.has("outcome"))
                .map(line -> line.path("outcome").asString())
                .toList();
    }

    private List<JsonNode> lines(String format, String more, byte[] export) {
        var body = send(format, more, EDITOR, export)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body.lines().map(JSON::readTree).toList();
    }

    private ResponseSpec send(String format, String more, String bearer, byte[] export) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(java.time.Duration.ofMinutes(1))
                .build()
                .post()
                .uri("/api/v1/stories/imports?format=" + format + more)
                .header("Authorization", bearer)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(export)
                .exchange();
    }
}
