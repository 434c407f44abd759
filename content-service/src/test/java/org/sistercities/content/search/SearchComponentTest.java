package org.sistercities.content.search;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.content.editing.StoryClient.EDITOR;
import static org.sistercities.content.editing.StoryClient.answer;
import static org.springframework.http.HttpMethod.DELETE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.content.ContentTest;
import org.sistercities.content.editing.StoryClient;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriUtils;

@ContentTest
class SearchComponentTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @LocalServerPort
    private int port;

    private StoryClient stories;
    private final String word = "w" + randomUUID().toString().replace("-", "");

    @BeforeEach
    void client() {
        stories = new StoryClient(port);
    }

    @Test
    void words_are_found_in_all_their_forms_and_shown_where_they_stand() {
        var story = published("en", "Ceremonies " + word, "The mayors were <signing> in two rooms.", "");

        var found = await(word + " ceremony signed", 1).getFirst();
        assertThat(found).containsEntry("id", story.id());
        var highlight = (Map<?, ?>) found.get("highlight");
        assertThat(highlight.get("headline").toString()).contains("<mark>Ceremonies</mark>");
        assertThat(highlight.get("text").toString()).contains("&lt;<mark>signing</mark>&gt;");
    }

    @Test
    void each_language_has_its_own_forms() {
        published("it", "Gemellaggi " + word, "Le città gemellate si incontrano.", "");
        published("de", "Städtepartnerschaften " + word, "Die Bürgermeister unterschrieben.", "");

        await(word, 2);
        assertThat(search(word + " città gemellaggio")).hasSize(1);
        assertThat(search(word + " Städtepartnerschaft")).hasSize(1);
        assertThat(search(word + "&language=de")).hasSize(1);
        assertThat(search(word + "&language=fr")).isEmpty();
    }

    @Test
    void filters_narrow_it_down() {
        published("en", "One " + word, "x", ",\"tags\":[\"gala\"],\"cityIds\":[\"c1\"],\"publishedOn\":\"2014-10-08\"");
        published("en", "Two " + word, "x", ",\"tags\":[\"signing\"],\"publishedOn\":\"2017-01-11\"");

        await(word, 2);
        assertThat(search(word + "&tag=gala")).hasSize(1);
        assertThat(search(word + "&city=c1&kind=STORY")).hasSize(1);
        assertThat(search(word + "&kind=PAGE")).isEmpty();
        assertThat(search(word + "&from=2014-10-08&until=2014-10-08")).hasSize(1);
        assertThat(search(word + "&from=2015-01-01")).hasSize(1);
        assertThat(search(word + "&limit=1")).hasSize(1);
        assertThat(search(word + "&limit=1&cursor=1")).hasSize(1);
        assertThat(search(word + "&limit=1&cursor=2")).isEmpty();
    }

    @Test
    void what_is_unpublished_is_found_no_longer() {
        var story = published("en", "Gone " + word, "x", "");
        await(word, 1);
        stories.send(DELETE, "/" + story.id() + "/publication", EDITOR, story.etag(), null)
                .expectStatus()
                .isOk();
        await(word, 0);
    }

    @Test
    void what_is_about_the_same_is_related() {
        var one = published("en", "One " + word, "x", ",\"cityIds\":[\"" + word + "\"],\"tags\":[\"" + word + "\"]");
        var two = published("en", "Two " + word, "x", ",\"cityIds\":[\"" + word + "\"]");
        published("it", "Tre " + word, "x", ",\"cityIds\":[\"" + word + "\"]");

        await(word, 3);
        var related = items(answer(stories.get("/" + one.id() + "/related")).body());
        assertThat(related.getFirst()).containsEntry("id", two.id());
        assertThat(related).extracting(story -> story.get("language")).containsOnly("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "(",
                "a AND",
                "a OR OR b",
                "body_en:x",
                "*",
                "?*~",
                "[a TO",
                "\\",
                "+-!",
                "/(a+)+$/",
                "a~99",
                "^^",
                "\u0000",
                "the of and",
                "😀",
                "‮",
                "<script>",
                "' OR 1=1",
                "{$gt:1}",
                "%",
                "a:b:c:d",
                "-",
                "  x  ",
                "𝔞"
            })
    void no_query_is_an_error(String query) {
        stories.get("/search?q=" + UriUtils.encode(query, "UTF-8"))
                .expectStatus()
                .isOk();
    }

    @Test
    void nothing_and_too_much_are_refused_by_name() {
        stories.get("/search").expectStatus().isEqualTo(422);
        stories.get("/search?q=").expectStatus().isEqualTo(422);
        stories.get("/search?q=" + "x".repeat(501)).expectStatus().isEqualTo(422);
        stories.get("/search?q=" + "a ".repeat(249)).expectStatus().isOk();
        stories.get("/search?q=x&from=yesterday").expectStatus().is4xxClientError();
        stories.get("/search?q=x&cursor=99999999").expectStatus().isOk();
    }

    private List<Map<String, Object>> await(String query, int hits) {
        return await().atMost(LONG).until(() -> search(query), found -> found.size() == hits);
    }

    private static org.awaitility.core.ConditionFactory await() {
        return org.awaitility.Awaitility.await();
    }

    private List<Map<String, Object>> search(String query) {
        return items(
                answer(stories.get("/search?q=" + query).expectStatus().isOk()).body());
    }

    private StoryClient.Answer published(String language, String headline, String body, String more) {
        return stories.published("{\"kind\":\"STORY\",\"language\":\"%s\",\"headline\":\"%s\",\"body\":\"%s\"%s}"
                .formatted(language, headline, body.replace("<", "\\\\<"), more));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }
}
