package org.sistercities.content.editing;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.content.editing.StoryClient.AUTHOR;
import static org.sistercities.content.editing.StoryClient.BEN;
import static org.sistercities.content.editing.StoryClient.EDITOR;
import static org.sistercities.content.editing.StoryClient.MEMBER;
import static org.sistercities.content.editing.StoryClient.aStory;
import static org.sistercities.content.editing.StoryClient.answer;
import static org.sistercities.content.editing.StoryClient.expectProblem;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ContentTest
class EditingComponentTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    private StoryClient stories;
    private final String headline = "Two rooms " + randomUUID();

    @BeforeEach
    void client() {
        stories = new StoryClient(port);
    }

    @Test
    void words_that_are_not_kept_yet_are_shown_as_visitors_would_read_them() {
        var rendered = stories.send(POST, "/rendering", AUTHOR, null, "{\"body\":\"Two *rooms* <script>x</script>\"}");
        rendered.expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.html")
                .value(
                        String.class,
                        html -> assertThat(html).contains("Two <em>rooms</em>").doesNotContain("<script"))
                .jsonPath("$.opening")
                .isEqualTo("Two rooms");
        stories.send(POST, "/rendering", MEMBER, null, "{\"body\":\"x\"}")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void an_author_submits_an_editor_returns_approves_and_publishes_and_all_of_it_is_kept() {
        var draft = stories.drafted(aStory(headline));
        var path = "/" + draft.id();
        expectProblem(stories.send(POST, path + "/review", BEN, draft.etag(), null), 403, "another-authors");
        expectProblem(stories.send(POST, path + "/review", AUTHOR, null, null), 428, "revision-required");
        var submitted = ok(POST, path + "/review", AUTHOR, draft.etag(), "{\"note\":\"Ready?\"}");
        assertThat(submitted.body()).containsEntry("stage", "IN_REVIEW");
        stories.send(POST, path + "/approval", AUTHOR, submitted.etag(), null)
                .expectStatus()
                .isForbidden();
        var returned = ok(POST, path + "/return", EDITOR, submitted.etag(), "{\"note\":\"Which Concord?\"}");
        var rewritten = ok(PUT, path + "?note=NC", AUTHOR, returned.etag(), aStory(headline + ", NC"));
        var again = ok(POST, path + "/review", AUTHOR, rewritten.etag(), null);
        var approved = ok(POST, path + "/approval", EDITOR, again.etag(), null);
        expectProblem(stories.send(PUT, path, AUTHOR, approved.etag(), aStory("x")), 403, "approved-is-for-editors");
        ok(POST, path + "/publication", EDITOR, approved.etag(), null);

        var steps = items(answer(stories.get(path + "/revisions", AUTHOR)).body());
        assertThat(steps)
                .extracting(step ->
                        step.get("number") + " " + step.get("act") + " " + step.get("by") + " " + step.get("note"))
                .containsExactly(
                        "7 PUBLISHED ed null",
                        "6 APPROVED ed null",
                        "5 SUBMITTED ada null",
                        "4 WRITTEN ada NC",
                        "3 RETURNED ed Which Concord?",
                        "2 SUBMITTED ada Ready?",
                        "1 DRAFTED ada null");
        var page = answer(stories.get(path + "/revisions?limit=3&cursor=5", AUTHOR))
                .body();
        assertThat(items(page)).extracting(step -> step.get("number")).containsExactly(4, 3, 2);
        assertThat(page.get("next")).isEqualTo("2");
        stories.get(path + "/revisions").expectStatus().isUnauthorized();
    }

    @Test
    void a_draft_lies_over_what_visitors_read_until_it_is_published_or_given_up() {
        var story = stories.published(aStory(headline));
        var path = "/" + story.id();
        var over = ok(PUT, path, AUTHOR, story.etag(), aStory(headline + " again"));

        assertThat(answer(stories.get(path)).body()).containsEntry("headline", headline);
        assertThat(over.body()).containsEntry("headline", headline + " again").containsEntry("status", "PUBLISHED");
        var given = ok(DELETE, path + "/draft", AUTHOR, over.etag(), null);
        assertThat(given.body()).containsEntry("headline", headline).doesNotContainKey("stage");
        expectProblem(stories.send(DELETE, path + "/draft", AUTHOR, given.etag(), null), 409, "no-draft");
    }

    @Test
    void two_revisions_are_compared_and_the_older_one_comes_back() {
        var draft = stories.drafted(text("One.\\nTwo.\\nThree.", "\"tags\":[\"gala\"]"));
        var path = "/" + draft.id();
        var second = ok(PUT, path, AUTHOR, draft.etag(), text("One.\\n2.\\nThree.", "\"tags\":[\"gala\",\"signing\"]"));
        var submitted = ok(POST, path + "/review", AUTHOR, second.etag(), null);

        var found = answer(stories.get(path + "/revisions/2/diff", AUTHOR)).body();
        assertThat(found.get("from")).isEqualTo(1);
        assertThat(strings(found.get("body"))).contains(" One.", "-Two.", "+2.", " Three.");
        assertThat(maps(found.get("properties"))).singleElement().satisfies(property -> {
            assertThat(property).containsEntry("name", "tags");
            assertThat(strings(property.get("after"))).containsExactly("gala", "signing");
        });
        expectProblem(stories.get(path + "/revisions/3/diff?from=1", AUTHOR), 409, "wrote-nothing");
        expectProblem(stories.get(path + "/revisions/9", AUTHOR), 404, "no-such-aggregate");

        var restored = ok(POST, path + "/revisions/1/restoration", AUTHOR, submitted.etag(), null);
        assertThat(restored.body()).containsEntry("body", "One.\nTwo.\nThree.").containsEntry("stage", "DRAFT");
        assertThat(answer(stories.get(path + "/revisions/4", AUTHOR)).body().toString())
                .contains("Revision 1");
        assertThat(strings(answer(stories.get(path + "/revisions/4/diff?from=1", AUTHOR))
                        .body()
                        .get("body")))
                .isEmpty();
    }

    @Test
    void of_20_editors_who_write_at_once_one_does_and_no_revision_is_lost_or_doubled() {
        var story = stories.drafted(aStory(headline));
        for (int round = 1; round <= 5; round++) {
            var etag = story.etag();
            var id = story.id();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var statuses = IntStream.range(0, 20)
                        .mapToObj(i -> threads.submit(() -> stories.put(EDITOR, id, etag, aStory(headline + " by " + i))
                                .returnResult(String.class)
                                .getStatus()
                                .value()))
                        .toList()
                        .stream()
                        .map(StoriesComponentTest::result)
                        .toList();
                assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
            }
            story = answer(stories.get("/" + id + "/draft", EDITOR));
        }

        var steps = items(
                answer(stories.get("/" + story.id() + "/revisions", EDITOR)).body());
        assertThat(steps).extracting(step -> step.get("number")).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(steps.getFirst().get("headline")).isEqualTo(story.body().get("headline"));
    }

    @Test
    void a_preview_link_shows_the_draft_to_anybody_who_has_it_and_nothing_else() {
        var draft = stories.drafted(aStory(headline));
        var other = stories.drafted(aStory(headline + " too"));
        var link =
                (String) answer(stories.send(POST, "/" + draft.id() + "/preview-links", AUTHOR, null, "{\"hours\":2}"))
                        .body()
                        .get("url");
        var token = link.substring(link.indexOf('=') + 1);

        var preview = stories.get("/" + draft.id() + "/preview?token=" + token);
        preview.expectHeader().valueEquals("Cache-Control", "no-store");
        assertThat(answer(preview).body()).containsEntry("headline", headline).doesNotContainKey("owner");
        expectProblem(stories.get("/" + other.id() + "/preview?token=" + token), 403, "preview-not-valid");
        expectProblem(stories.get("/" + draft.id() + "/preview?token=1" + token), 403, "preview-not-valid");
        expectProblem(stories.get("/" + draft.id() + "/preview?token=x"), 403, "preview-not-valid");
        stories.send(POST, "/" + draft.id() + "/preview-links", AUTHOR, null, "{\"hours\":721}")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void it_is_published_and_unpublished_by_itself_on_time() {
        var draft = stories.drafted(aStory(headline));
        var path = "/" + draft.id();
        var publishAt = Instant.now().plusSeconds(2);
        var timed = ok(
                PUT,
                path + "/timing",
                EDITOR,
                draft.etag(),
                "{\"publishAt\":\"%s\",\"unpublishAt\":\"%s\"}".formatted(publishAt, publishAt.plusSeconds(8)));
        assertThat(timed.body()).containsEntry("stage", "APPROVED");
        stories.get(path).expectStatus().isNotFound();
        assertThat(scheduled()).contains(draft.id());

        await().atMost(LONG).until(() -> status(path) == 200);
        assertThat(scheduled()).contains(draft.id());
        assertThat(Instant.parse((String) answer(stories.get(path)).body().get("publishedAt")))
                .isAfterOrEqualTo(publishAt);
        await().atMost(LONG).until(() -> status(path) == 404);
        assertThat(scheduled()).doesNotContain(draft.id());
        assertThat(items(answer(stories.get(path + "/revisions", EDITOR)).body()))
                .extracting(step -> step.get("act") + " " + step.get("by"))
                .startsWith("UNPUBLISHED system", "PUBLISHED system");
        expectProblem(
                stories.send(PUT, path + "/timing", EDITOR, "\"4\"", "{\"publishAt\":\"2020-01-01T00:00:00Z\"}"),
                422,
                "times-do-not-fit");
    }

    @Test
    void what_cannot_be_published_on_time_waits_flagged_for_an_editor() {
        var slug = "\"slug\":\"" + randomUUID() + "\"";
        var late = stories.drafted(aStory(headline + " 2", slug));
        var timing = "{\"publishAt\":\"%s\"}".formatted(Instant.now().plusSeconds(2));
        ok(PUT, "/" + late.id() + "/timing", EDITOR, late.etag(), timing);
        stories.published(aStory(headline, slug));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(answer(stories.get("/" + late.id() + "/draft", EDITOR))
                                .body())
                        .containsKey("flag"));
        assertThat(items(answer(stories.get("/flagged", EDITOR)).body()))
                .extracting(item -> item.get("id"))
                .contains(late.id());
        var flagged = answer(stories.get("/" + late.id() + "/draft", EDITOR));
        assertThat(ok(DELETE, "/" + late.id() + "/flag", EDITOR, flagged.etag(), null)
                        .body())
                .doesNotContainKey("flag");
    }

    private List<Object> scheduled() {
        return items(answer(stories.get("/scheduled", EDITOR)).body()).stream()
                .map(item -> item.get("id"))
                .toList();
    }

    private int status(String path) {
        return stories.get(path).returnResult(String.class).getStatus().value();
    }

    private StoryClient.Answer ok(
            org.springframework.http.HttpMethod method, String path, String bearer, String etag, String json) {
        return answer(
                stories.send(method, path, bearer, etag, json).expectStatus().isOk());
    }

    private String text(String body, String more) {
        return "{\"kind\":\"STORY\",\"headline\":\"%s\",\"body\":\"%s\",%s}".formatted(headline, body, more);
    }

    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return maps(page.get("items"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object list) {
        return (List<String>) list;
    }
}
