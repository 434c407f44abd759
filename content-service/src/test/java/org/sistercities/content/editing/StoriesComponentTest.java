package org.sistercities.content.editing;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.content.editing.StoryClient.AUTHOR;
import static org.sistercities.content.editing.StoryClient.BEN;
import static org.sistercities.content.editing.StoryClient.EDITOR;
import static org.sistercities.content.editing.StoryClient.MEMBER;
import static org.sistercities.content.editing.StoryClient.aStory;
import static org.sistercities.content.editing.StoryClient.answer;
import static org.sistercities.content.editing.StoryClient.expectProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ContentTest
class StoriesComponentTest {
    @LocalServerPort
    private int port;

    private StoryClient stories;
    private final String headline = "Two rooms " + randomUUID();

    @BeforeEach
    void client() {
        stories = new StoryClient(port);
    }

    @Test
    void a_draft_is_for_those_who_write_and_a_published_story_for_all() {
        var draft = stories.drafted(aStory(headline));
        stories.get("/" + draft.id()).expectStatus().isNotFound();
        stories.get("/" + draft.id(), MEMBER).expectStatus().isNotFound();
        stories.get("/" + draft.id(), AUTHOR).expectStatus().isOk();
        assertThat(headlines(stories.get("/drafts?limit=100", AUTHOR))).contains(headline);
        assertThat(headlines(stories.get("?limit=100"))).doesNotContain(headline);

        var story = answer(stories.publish(EDITOR, draft.id(), draft.etag()));
        assertThat(story.body()).containsEntry("status", "PUBLISHED").containsKeys("publishedAt", "publishedOn");
        stories.get("/" + draft.id()).expectStatus().isOk();
        assertThat(answer(stories.get("/" + story.body().get("slug"))).id()).isEqualTo(draft.id());
        assertThat(headlines(stories.get("/drafts?limit=100", AUTHOR))).doesNotContain(headline);
        assertThat(headlines(stories.get("?limit=100"))).contains(headline);
    }

    @Test
    void each_door_opens_for_its_roles_only() {
        var draft = stories.drafted(aStory(headline));
        stories.get("/drafts").expectStatus().isUnauthorized();
        stories.get("/drafts", MEMBER).expectStatus().isForbidden();
        stories.post(MEMBER, "k", aStory(headline)).expectStatus().isForbidden();
        stories.put(MEMBER, draft.id(), draft.etag(), aStory(headline))
                .expectStatus()
                .isForbidden();
        stories.publish(AUTHOR, draft.id(), draft.etag()).expectStatus().isForbidden();
    }

    @Test
    void what_editors_send_comes_back_to_the_letter() {
        var story = stories.published("""
                {"kind":"PRESS_RELEASE","slug":"gala-%1$s","headline":"More than 400 guests","excerpt":"Ambassadors meet.",
                 "body":"The evening begins at **5:30 p.m.**\\n\\nDinner follows.",
                 "dateline":{"place":"WASHINGTON, DC","date":"2017-01-11"},
                 "credits":[{"role":"CONTRIBUTOR","name":"Mary D. Kane","title":"President and CEO","organisation":"Sister Cities International"},
                            {"role":"AUTHOR","name":null,"title":null,"organisation":"Seattle-Bergen Sister City Association"}],
                 "photos":[{"credit":"Photo courtesy of Angelo Rondello © 2016","caption":null},
                           {"credit":null,"caption":"Rosemary Loftus (L), Ginger Moxey (R)"}],
                 "cityIds":["gn4140963"],"partnershipIds":[],"eventIds":["2017-inaugural-gala"],
                 "syndications":[{"platform":"Medium","direction":"TO","url":"https://medium.com/p/1"}],
                 "publishedOn":"2017-01-11"}""".formatted(randomUUID()));

        stories.get("/" + story.body().get("slug"))
                .expectBody()
                .jsonPath("$.dateline.place")
                .isEqualTo("WASHINGTON, DC")
                .jsonPath("$.dateline.date")
                .isEqualTo("2017-01-11")
                .jsonPath("$.credits[0].title")
                .isEqualTo("President and CEO")
                .jsonPath("$.credits[1].organisation")
                .isEqualTo("Seattle-Bergen Sister City Association")
                .jsonPath("$.photos[0].credit")
                .isEqualTo("Photo courtesy of Angelo Rondello © 2016")
                .jsonPath("$.photos[1].caption")
                .isEqualTo("Rosemary Loftus (L), Ginger Moxey (R)")
                .jsonPath("$.body")
                .isEqualTo("The evening begins at **5:30 p.m.**\n\nDinner follows.")
                .jsonPath("$.eventIds[0]")
                .isEqualTo("2017-inaugural-gala")
                .jsonPath("$.syndications[0].direction")
                .isEqualTo("TO")
                .jsonPath("$.publishedOn")
                .isEqualTo("2017-01-11")
                .jsonPath("$.publishedAt")
                .isEqualTo("2017-01-11T00:00:00Z");
    }

    @Test
    void one_draft_sent_20_times_at_once_is_one_draft() {
        var key = randomUUID().toString();
        var answers = atOnce(20, i -> answer(stories.post(AUTHOR, key, aStory(headline))));

        assertThat(answers)
                .extracting(StoryClient.Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(headlines(stories.get("/drafts?limit=100", AUTHOR))).containsOnlyOnce(headline);
        expectProblem(stories.post(AUTHOR, key, aStory("Another")), 422, "idempotency-key-reused");
        assertThat(answer(stories.post(EDITOR, key, aStory(headline))).id())
                .as("another person's key")
                .isNotEqualTo(answers.getFirst().id());
    }

    @Test
    void of_20_stories_published_at_once_under_one_slug_one_gets_it() {
        var slug = "\"slug\":\"" + randomUUID() + "\"";
        var drafts = IntStream.range(0, 20)
                .mapToObj(i -> stories.drafted(aStory(headline + i, slug)))
                .toList();

        var statuses = atOnce(
                20,
                i -> stories.publish(EDITOR, drafts.get(i).id(), drafts.get(i).etag())
                        .returnResult(String.class)
                        .getStatus()
                        .value());

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void a_slug_once_taken_is_refused_by_name() {
        var story = stories.published(aStory(headline));
        var second = stories.drafted(
                aStory("Other words", "\"slug\":\"" + story.body().get("slug") + "\""));

        expectProblem(stories.publish(EDITOR, second.id(), second.etag()), 409, "slug-taken");
    }

    @Test
    void nobody_overwrites_what_he_has_not_read() {
        var draft = stories.drafted(aStory(headline));
        var changed = answer(stories.put(AUTHOR, draft.id(), draft.etag(), aStory(headline + " again")));

        assertThat(changed.etag()).isEqualTo("\"2\"");
        expectProblem(stories.put(AUTHOR, draft.id(), draft.etag(), aStory("late")), 412, "stale-revision");
        expectProblem(stories.publish(EDITOR, draft.id(), draft.etag()), 412, "stale-revision");
        expectProblem(stories.publish(EDITOR, draft.id(), "W/\"2\""), 400, "malformed-revision");
        stories.publish(EDITOR, draft.id(), changed.etag()).expectStatus().isOk();
        expectProblem(stories.put(BEN, draft.id(), "\"3\"", aStory("mine")), 403, "another-authors");
    }

    @Test
    void who_has_it_already_is_told_so_until_it_changes() {
        var story = stories.published(aStory(headline));
        var path = "/" + story.body().get("slug");
        var page = etag(stories.get(path));
        var list = etag(stories.get("?limit=5"));

        stories.getUnless(path, page)
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals("ETag", page);
        stories.getUnless("?limit=5", list).expectStatus().isNotModified();
        stories.get(path).expectHeader().valueEquals("Cache-Control", "max-age=0, must-revalidate, public, s-maxage=2");

        var draft = answer(stories.put(EDITOR, story.id(), story.etag(), aStory(headline + " again")));
        stories.getUnless(path, page).expectStatus().isNotModified();
        stories.publish(EDITOR, story.id(), draft.etag()).expectStatus().isOk();
        stories.getUnless(path, page).expectStatus().isOk();
        stories.getUnless("?limit=5", list).expectStatus().isOk();
    }

    private static String etag(org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
    }

    @Test
    void drafts_are_kept_by_no_cache() {
        var draft = stories.drafted(aStory(headline));

        stories.get("/" + draft.id(), AUTHOR)
                .expectHeader()
                .value("Cache-Control", kept -> assertThat(kept).contains("no-store"));
    }

    @Test
    void a_city_has_its_stories_newest_first_page_by_page() {
        var city = "city-" + randomUUID();
        var days = List.of("2016-05-17", "2014-10-08", "2017-01-20", "2016-09-12", "2014-10-08");
        for (var day : days)
            stories.published(aStory(
                    "Story of " + day + " " + randomUUID(),
                    "\"cityIds\":[\"" + city + "\"]",
                    "\"publishedOn\":\"" + day + "\""));

        var seen = new ArrayList<String>();
        Object next = "";
        while (next != null) {
            var cursor = next.equals("") ? "" : "&cursor=" + next;
            var page =
                    answer(stories.get("?city=" + city + "&limit=2" + cursor)).body();
            items(page).forEach(item -> seen.add((String) item.get("publishedOn")));
            next = page.get("next");
        }

        assertThat(seen).containsExactly("2017-01-20", "2016-09-12", "2016-05-17", "2014-10-08", "2014-10-08");
    }

    @Test
    void what_is_wrong_is_pointed_at() {
        stories.post(AUTHOR, "k", """
                        {"kind":"STORY","headline":" ","body":"x","slug":"No Slug","credits":[{"name":"Ada"}],
                         "publishedOn":"2999-01-01"}""")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].pointer")
                .value(pointers -> assertThat((List<?>) pointers)
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                        .containsExactlyInAnyOrder("/headline", "/slug", "/credits/0/role", "/publishedOn"));
        expectProblem(stories.post(AUTHOR, "k", aStory("x", "\"photo\":1")), 400, "unreadable-request");
        expectProblem(
                stories.post(AUTHOR, "k", aStory("x", "\"credits\":[{\"role\":\"AUTHOR\"}]")),
                422,
                "credit-names-nobody");
        expectProblem(stories.get("?cursor=nonsense"), 400, "unknown-cursor");
        expectProblem(stories.get("?limit=101"), 422, "invalid-request");
    }

    private static List<String> headlines(
            org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec page) {
        return items(answer(page.expectStatus().isOk()).body()).stream()
                .map(item -> (String) item.get("headline"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }

    /** Lets {@code times} virtual threads do the same at the same moment. */
    private static <T> List<T> atOnce(int times, IntFunction<T> call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, times)
                    .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                    .toList();
            return threads.invokeAll(calls).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T result(java.util.concurrent.Future<T> call) {
        try {
            return call.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
