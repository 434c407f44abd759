package org.sistercities.content.reading;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.content.editing.StoryClient.AUTHOR;
import static org.sistercities.content.editing.StoryClient.EDITOR;
import static org.sistercities.content.editing.StoryClient.answer;
import static org.sistercities.content.editing.StoryClient.expectProblem;
import static org.springframework.http.HttpMethod.DELETE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentApplication;
import org.sistercities.content.ContentTest;
import org.sistercities.content.editing.StoryClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;

@ContentTest
class ReadingComponentTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    private StoryClient stories;
    private final String tag = "t-" + randomUUID();

    @BeforeEach
    void client() {
        stories = new StoryClient(port);
    }

    @Test
    void a_story_is_found_by_all_it_refers_to_and_by_who_wrote_it() {
        var id = randomUUID().toString();
        var story = published("""
                "kind":"STORY","headline":"Two rooms %1$s","body":"One ceremony.","cityIds":["c-%1$s"],
                "partnershipIds":["p-%1$s"],"eventIds":["e-%1$s"],"tags":["t-%1$s"],"language":"en",
                "series":{"name":"Sixty Years %1$s","part":1},
                "credits":[{"role":"AUTHOR","name":"Mary D. Kane %1$s","title":"President","organisation":"The Network"},
                           {"role":"PHOTOGRAPHER","name":"Nobody %1$s"}]""".formatted(id));

        for (var choice : List.of(
                "city=c-",
                "partnership=p-",
                "event=e-",
                "tag=t-",
                "series=sixty-years-",
                "author=mary-d-kane-",
                "language=en&kind=STORY&tag=t-",
                "kind=STORY&city=c-"))
            assertThat(ids("?" + choice + id)).as(choice).containsExactly(story.id());
        for (var choice : List.of("author=nobody-", "kind=PRESS_RELEASE&tag=t-", "language=it&tag=t-"))
            assertThat(ids("?" + choice + id)).as(choice).isEmpty();
        stories.get("?kind=NOVEL").expectStatus().is4xxClientError();
    }

    @Test
    void a_page_has_an_address_and_is_no_news() {
        var page = published("\"kind\":\"PAGE\",\"headline\":\"Mission %s\",\"body\":\"Peace.\",\"tags\":[\"%s\"]"
                .formatted(tag, tag));

        stories.get("/" + page.body().get("slug")).expectStatus().isOk();
        assertThat(ids("?tag=" + tag)).isEmpty();
        assertThat(ids("?limit=100")).doesNotContain(page.id());
        assertThat(ids("?kind=PAGE&tag=" + tag)).containsExactly(page.id());
    }

    @Test
    void a_former_address_leads_to_the_present_one_and_is_nobody_elses() {
        var first = "a-" + randomUUID();
        var story = published(text(first));
        var moved = again(story, text(first.replace("a-", "b-")));
        moved = again(moved, text(first.replace("a-", "c-")));

        for (var former : List.of(first, first.replace("a-", "b-")))
            stories.get("/" + former)
                    .expectStatus()
                    .isEqualTo(301)
                    .expectHeader()
                    .valueEquals("Location", "/api/v1/stories/" + first.replace("a-", "c-"));
        var thief = stories.drafted("{" + text(first) + "}");
        expectProblem(stories.publish(EDITOR, thief.id(), thief.etag()), 409, "slug-taken");

        stories.send(DELETE, "/" + moved.id() + "/publication", EDITOR, moved.etag(), null)
                .expectStatus()
                .isOk();
        stories.get("/" + first).expectStatus().isNotFound();
        stories.get("/" + first.replace("a-", "c-")).expectStatus().isNotFound();
        stories.get("/" + moved.id(), AUTHOR).expectStatus().isOk();
    }

    @Test
    void a_reader_gets_the_translation_they_like_best_and_every_one_names_the_others() {
        var english = published("\"kind\":\"STORY\",\"headline\":\"Two rooms %s\",\"body\":\"x\"".formatted(tag));
        var italian = published(
                "\"kind\":\"STORY\",\"headline\":\"Due sale %s\",\"body\":\"x\",\"language\":\"it\",\"translationOf\":\"%s\""
                        .formatted(tag, english.id()));

        var liked = stories.get("/translations/" + english.body().get("slug"), accepting("fr, it-IT;q=0.9, en;q=0.5"));
        liked.expectHeader()
                .valueEquals("Content-Language", "it")
                .expectHeader()
                .value("Vary", vary -> assertThat(vary).contains("Accept-Language"))
                .expectHeader()
                .valueEquals(
                        "Content-Location", "/api/v1/stories/" + italian.body().get("slug"));
        var page = answer(liked).body();
        assertThat(page).containsEntry("id", italian.id());
        assertThat(maps(page.get("alternates")))
                .extracting(other -> other.get("language"))
                .containsExactly("en", "it");
        for (var nobodys : List.of("fr", "", "*", ";;;", "x".repeat(600)))
            stories.get("/translations/" + italian.id(), accepting(nobodys))
                    .expectHeader()
                    .valueEquals("Content-Language", "en");
        stories.get("/" + italian.body().get("slug"), accepting("en"))
                .expectHeader()
                .valueEquals("Content-Language", "it");

        var second = stories.drafted(
                "{\"kind\":\"STORY\",\"headline\":\"x %s\",\"body\":\"x\",\"language\":\"it\",\"translationOf\":\"%s\"}"
                        .formatted(tag, english.id()));
        expectProblem(stories.publish(EDITOR, second.id(), second.etag()), 409, "language-taken");
    }

    @Test
    void the_parts_of_a_series_stand_in_their_order() {
        for (int part : List.of(3, 1, 2))
            published(
                    "\"kind\":\"STORY\",\"headline\":\"Part %d %s\",\"body\":\"x\",\"series\":{\"name\":\"%s\",\"part\":%d}"
                            .formatted(part, tag, tag, part));

        var parts = maps(answer(stories.get("/series/" + tag)).body().get("items"));
        assertThat(parts)
                .extracting(part -> (String) part.get("headline"))
                .containsExactly("Part 1 " + tag, "Part 2 " + tag, "Part 3 " + tag);
        var page = answer(stories.get("/" + parts.getFirst().get("slug"))).body();
        assertThat(maps(page.get("seriesParts")))
                .extracting(part -> part.get("part"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void what_is_written_in_markdown_is_read_as_html_and_described_for_machines() {
        var story = published("""
                "kind":"PRESS_RELEASE","headline":"Gala %1$s","body":"More than **400** guests. <script>alert(1)</script>",
                "dateline":{"place":"WASHINGTON, DC","date":"2017-01-11"},
                "credits":[{"role":"AUTHOR","name":"Mary D. Kane","title":"President and CEO","organisation":"Sister Cities International"}],
                "syndications":[{"platform":"Medium","direction":"FROM","url":"https://medium.com/p/1"}]""".formatted(tag));

        stories.get("/" + story.id())
                .expectBody()
                .jsonPath("$.html")
                .isEqualTo("<p>More than <strong>400</strong> guests. </p>\n")
                .jsonPath("$.opening")
                .isEqualTo("More than 400 guests.")
                .jsonPath("$.meta.canonical")
                .isEqualTo("https://medium.com/p/1")
                .jsonPath("$.meta.jsonLd.@type")
                .isEqualTo("NewsArticle")
                .jsonPath("$.meta.jsonLd.dateline")
                .isEqualTo("WASHINGTON, DC, 2017-01-11")
                .jsonPath("$.meta.jsonLd.author[0].jobTitle")
                .isEqualTo("President and CEO")
                .jsonPath("$.meta.openGraph[?(@.property=='og:type')].content")
                .isEqualTo("article")
                .jsonPath("$.authors[0].key")
                .isEqualTo("mary-d-kane");
    }

    @Test
    void another_replica_reads_what_was_published_before_it_came_and_hears_of_what_changes() {
        var before = published(text("old-" + randomUUID()));
        try (var other = replica()) {
            var there = new StoryClient(Integer.parseInt(other.getEnvironment().getProperty("local.server.port")));
            await().atMost(LONG).until(() -> status(there, before.id()) == 200);

            var after = published(text("new-" + randomUUID()));
            await().atMost(LONG).until(() -> status(there, after.id()) == 200);
            var page = etag(there.get("/" + after.id()));
            assertThat(page).isEqualTo(etag(stories.get("/" + after.id())));

            var changed = again(after, text("other-" + randomUUID()));
            await().atMost(LONG).until(() -> !page.equals(etag(there.get("/" + after.id()))));
            stories.send(DELETE, "/" + changed.id() + "/publication", EDITOR, changed.etag(), null)
                    .expectStatus()
                    .isOk();
            await().atMost(LONG).until(() -> status(there, after.id()) == 404);
        }
    }

    private ConfigurableApplicationContext replica() {
        return new SpringApplicationBuilder(ContentApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        same("spring.mongodb.uri"),
                        "--spring.kafka.consumer.group-id=replica-" + tag,
                        same("spring.kafka.bootstrap-servers"),
                        same("spring.security.oauth2.resourceserver.jwt.issuer-uri"),
                        same("spring.security.oauth2.resourceserver.jwt.jwk-set-uri"));
    }

    private String same(String property) {
        return "--" + property + "=" + environment.getProperty(property);
    }

    private StoryClient.Answer published(String text) {
        return stories.published("{" + text + "}");
    }

    private StoryClient.Answer again(StoryClient.Answer story, String text) {
        var draft = answer(stories.put(EDITOR, story.id(), story.etag(), "{" + text + "}"));
        return answer(
                stories.publish(EDITOR, story.id(), draft.etag()).expectStatus().isOk());
    }

    private static String text(String slug) {
        return "\"kind\":\"STORY\",\"headline\":\"Two rooms\",\"body\":\"One ceremony.\",\"slug\":\"" + slug + "\"";
    }

    private List<Object> ids(String path) {
        var ids = new ArrayList<>();
        maps(answer(stories.get(path).expectStatus().isOk()).body().get("items"))
                .forEach(item -> ids.add(item.get("id")));
        return ids;
    }

    private static int status(StoryClient client, String id) {
        return client.get("/" + id).returnResult(String.class).getStatus().value();
    }

    private static String etag(org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec answer) {
        return answer.returnResult(String.class).getResponseHeaders().getETag();
    }

    private static HttpHeaders accepting(String languages) {
        var headers = new HttpHeaders();
        headers.set("Accept-Language", languages);
        return headers;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
