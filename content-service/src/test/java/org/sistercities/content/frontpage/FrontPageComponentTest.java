package org.sistercities.content.frontpage;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sistercities.content.editing.StoryClient.AUTHOR;
import static org.sistercities.content.editing.StoryClient.EDITOR;
import static org.sistercities.content.editing.StoryClient.answer;
import static org.sistercities.content.editing.StoryClient.expectProblem;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentApplication;
import org.sistercities.content.ContentTest;
import org.sistercities.content.darkroom.SampleImages;
import org.sistercities.content.editing.StoryClient;
import org.sistercities.content.editing.StoryClient.Answer;
import org.sistercities.content.image.Image;
import org.sistercities.content.image.ImageClient;
import org.sistercities.content.image.ImageMissing;
import org.sistercities.content.image.MeanwhileGallery;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

@ContentTest
class FrontPageComponentTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String PAGE = "/api/v1/front-page";

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    private StoryClient stories;
    private ImageClient images;

    @BeforeEach
    void clients() {
        stories = new StoryClient(port);
        images = new ImageClient(port);
    }

    @Test
    void one_call_has_all_that_is_on_the_page() {
        var image = images.uploaded(SampleImages.jpeg(700, 400));
        var hero = stories.published("""
                {"kind":"STORY","headline":"Hero %s","body":"One.","leadImage":"%s"}""".formatted(randomUUID(), image.id()));
        var hidden = stories.drafted("{\"kind\":\"STORY\",\"headline\":\"Hidden\",\"body\":\"One.\"}");
        var newest = stories.published(
                "{\"kind\":\"STORY\",\"headline\":\"Newest %s\",\"body\":\"x\"}".formatted(randomUUID()));
        var campaign = campaign();
        var name = campaign.body().get("name");
        var page = published("""
                {"kind":"HERO","storyIds":["%s","%s"]},{"kind":"FEATURES","fill":1},
                {"kind":"CITY_SEARCH","heading":"Find your city's sister!","image":"%s"},
                {"kind":"CAMPAIGN","campaignId":"%s"},{"kind":"EVENTS","fill":3},
                {"kind":"MISSION","text":"Peace through people."},
                {"kind":"DONATE","link":{"label":"Donate","url":"/donate"}}""".formatted(hero.id(), hidden.id(), image.id(), campaign.id()));

        var shown = answer(send(GET, PAGE, null, null, null).expectStatus().isOk());
        assertThat(shown.body()).containsEntry("edition", page.id());
        var slots = slots(shown);
        assertThat(slots)
                .extracting(slot -> slot.get("kind"))
                .containsExactly("HERO", "FEATURES", "CITY_SEARCH", "CAMPAIGN", "EVENTS", "MISSION", "DONATE");
        assertThat(ids(slots.get(0))).containsExactly(hero.id());
        assertThat(slots.get(0).toString()).contains("/api/v1/images/" + image.id(), "alt=Two mayors");
        assertThat(ids(slots.get(1))).containsExactly(newest.id());
        assertThat(slots.get(2)).containsKey("picture");
        assertThat(((Map<?, ?>) slots.get(3).get("campaign")).get("name")).isEqualTo(name);
        assertThat(slots.get(6).get("link")).isEqualTo(Map.of("label", "Donate", "url", "/donate"));
        expectProblem(images.send(DELETE, image.id(), EDITOR, image.etag(), null), 409, "image-in-use");
    }

    @Test
    void who_has_it_is_told_so_until_anything_on_it_changes() {
        var campaign = campaign();
        published("{\"kind\":\"CAMPAIGN\",\"campaignId\":\"%s\"},{\"kind\":\"FEATURES\",\"fill\":2}"
                .formatted(campaign.id()));
        var etag = etag(port);
        getUnless(etag).expectStatus().isNotModified();

        send(
                        PUT,
                        "/api/v1/campaigns/" + campaign.id(),
                        EDITOR,
                        campaign.etag(),
                        aCampaign("Another name " + randomUUID()))
                .expectStatus()
                .isOk();
        getUnless(etag).expectStatus().isOk();
        var other = etag(port);
        stories.published("{\"kind\":\"STORY\",\"headline\":\"New %s\",\"body\":\"x\"}".formatted(randomUUID()));
        getUnless(other).expectStatus().isOk();
    }

    @Test
    void it_is_the_same_at_the_door_and_behind_it() {
        published("{\"kind\":\"MISSION\",\"text\":\"Peace %s\"},{\"kind\":\"FEATURES\",\"fill\":2}"
                .formatted(randomUUID()));
        etag(port); // now it lies ready
        var door = page(at(port).get().uri(PAGE));
        var behind = page(at(port).get().uri(PAGE).header("Authorization", EDITOR));
        assertThat(door.getResponseBody()).isNotNull().isEqualTo(behind.getResponseBody());
        for (var header : List.of("ETag", "Cache-Control", "Content-Type", "Content-Length"))
            assertThat(door.getResponseHeaders().get(header))
                    .as(header)
                    .isEqualTo(behind.getResponseHeaders().get(header));
        at(port).get().uri(PAGE + "/").exchange().expectStatus().isNotFound();
        at(port).post().uri(PAGE).exchange().expectStatus().is4xxClientError();
    }

    private static EntityExchangeResult<String> page(WebTestClient.RequestHeadersSpec<?> request) {
        return request.exchange().expectStatus().isOk().expectBody(String.class).returnResult();
    }

    @Test
    void a_planned_page_takes_over_on_time_at_every_replica() {
        try (var other = replica()) {
            int otherPort = ((org.springframework.boot.web.server.context.WebServerApplicationContext) other)
                    .getWebServer()
                    .getPort();
            var now = published("{\"kind\":\"CITY_SEARCH\"}");
            var next = drafted("{\"kind\":\"MISSION\",\"text\":\"Next.\"}");
            var from = Instant.now().plusSeconds(4);
            send(PUT, PAGE + "/editions/" + next.id() + "/timing", EDITOR, next.etag(), "{\"from\":\"" + from + "\"}")
                    .expectStatus()
                    .isOk();
            assertThat(edition(port)).isEqualTo(now.id());

            await().atMost(LONG).until(() -> next.id().equals(edition(otherPort)));
            assertThat(Instant.now()).isAfter(from);
            assertThat(edition(port)).isEqualTo(next.id());
        }
    }

    @Test
    void editors_plan_preview_and_take_back_and_history_stays() {
        var draft = drafted("{\"kind\":\"MISSION\",\"text\":\"One.\"}");
        var path = PAGE + "/editions/" + draft.id();
        var link = answer(send(POST, path + "/preview-links", EDITOR, null, null)
                .expectStatus()
                .isCreated());
        var preview = answer(send(GET, (String) link.body().get("url"), null, null, null)
                .expectStatus()
                .isOk());
        assertThat(slots(preview).getFirst()).containsEntry("text", "One.");
        expectProblem(send(GET, path + "/preview?token=1.x", null, null, null), 403, "preview-not-valid");

        var plan = "{\"from\":\"" + Instant.now().plusSeconds(3600) + "\"}";
        expectProblem(send(PUT, path + "/timing", EDITOR, null, plan), 428, "revision-required");
        var planned = answer(send(PUT, path + "/timing", EDITOR, draft.etag(), plan)
                .expectStatus()
                .isOk());
        assertThat(planned.body()).containsEntry("stage", "PLANNED");
        var taken = drafted("{\"kind\":\"CITY_SEARCH\"}");
        expectProblem(
                send(PUT, PAGE + "/editions/" + taken.id() + "/timing", EDITOR, taken.etag(), plan),
                409,
                "moment-taken");
        var back = answer(send(DELETE, path + "/timing", EDITOR, planned.etag(), null)
                .expectStatus()
                .isOk());
        var shown = answer(send(POST, path + "/publication", EDITOR, back.etag(), null)
                .expectStatus()
                .isOk());
        expectProblem(
                send(PUT, path, EDITOR, shown.etag(), "{\"slots\":[{\"kind\":\"CITY_SEARCH\"}]}"),
                409,
                "edition-is-public");
        expectProblem(
                send(PUT, path, EDITOR, draft.etag(), "{\"slots\":[{\"kind\":\"CITY_SEARCH\"}]}"),
                412,
                "stale-revision");
        assertThat((List<?>) answer(send(GET, PAGE + "/editions?limit=100", EDITOR, null, null))
                        .body()
                        .get("items"))
                .anySatisfy(item -> assertThat(((Map<?, ?>) item).get("id")).isEqualTo(draft.id()));
        send(GET, PAGE + "/editions", AUTHOR, null, null).expectStatus().isForbidden();
    }

    @Test
    void a_planned_front_page_never_keeps_an_image_that_was_deleted_while_it_was_changed(
            @Autowired Editions editions,
            @Autowired AggregateStore<Image> pictures,
            @Autowired AggregateStores stores) {
        var draft = drafted("{\"kind\":\"CITY_SEARCH\"}");
        var planned = editions.change(
                draft.id(), 1, one -> one.plan(Instant.now().plus(Duration.ofDays(3_000)), "ed", Instant.now()));
        var image = images.uploaded(SampleImages.png(40, 30));
        Runnable deletion = () -> images.send(DELETE, image.id(), EDITOR, image.etag(), null)
                .expectStatus()
                .isNoContent();
        var slow = new Editions(stores, new MeanwhileGallery(pictures, deletion), Clock.systemUTC());
        var slot = new JsonMapper()
                .readValue("{\"kind\":\"MISSION\",\"text\":\"x\",\"image\":\"" + image.id() + "\"}", Slot.class);

        assertThatThrownBy(() -> slow.change(
                        draft.id(), planned.revision(), one -> one.revise(List.of(slot), null, "ed", Instant.now())))
                .isInstanceOf(ImageMissing.class);
        var after = editions.get(draft.id()).state();
        assertThat(after.slots()).isEqualTo(planned.state().slots());
        assertThat(after.from()).isEqualTo(planned.state().from());
        editions.change(draft.id(), editions.get(draft.id()).revision(), one -> one.plan(null, "ed", Instant.now()));
    }

    private Answer campaign() {
        var draft = answer(write("/api/v1/campaigns", aCampaign("Sixty years " + randomUUID()))
                .expectStatus()
                .isCreated());
        return answer(send(POST, "/api/v1/campaigns/" + draft.id() + "/publication", EDITOR, draft.etag(), null)
                .expectStatus()
                .isOk());
    }

    private static String aCampaign(String name) {
        return """
                {"name":"%s","body":"Since *1956*.","from":"1956-09-11",
                 "actions":[{"label":"More information","url":"/sixty-years"}]}""".formatted(name);
    }

    private Answer drafted(String slots) {
        return answer(write(PAGE + "/editions", "{\"slots\":[" + slots + "]}")
                .expectStatus()
                .isCreated());
    }

    private Answer published(String slots) {
        var draft = drafted(slots);
        return answer(send(POST, PAGE + "/editions/" + draft.id() + "/publication", EDITOR, draft.etag(), null)
                .expectStatus()
                .isOk());
    }

    private String edition(int port) {
        return (String) answer(at(port).get().uri(PAGE).exchange()).body().get("edition");
    }

    private String etag(int port) {
        return at(port).get()
                .uri(PAGE)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
    }

    private ResponseSpec getUnless(String etag) {
        return at(port).get().uri(PAGE).header("If-None-Match", etag).exchange();
    }

    private ResponseSpec write(String path, String json) {
        return at(port).post()
                .uri(path)
                .header("Authorization", EDITOR)
                .header("Idempotency-Key", randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    private ResponseSpec send(HttpMethod method, String path, String bearer, String etag, String json) {
        var request = at(port).method(method).uri(path).headers(headers -> {
            if (bearer != null) headers.set("Authorization", bearer);
            if (etag != null) headers.set("If-Match", etag);
        });
        return json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json)
                        .exchange();
    }

    private static WebTestClient at(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofMinutes(1))
                .build();
    }

    private ConfigurableApplicationContext replica() {
        return new SpringApplicationBuilder(ContentApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.mongodb.uri=" + environment.getProperty("spring.mongodb.uri"),
                        "--spring.kafka.bootstrap-servers=" + environment.getProperty("spring.kafka.bootstrap-servers"),
                        "--spring.kafka.consumer.group-id=" + environment.getProperty("spring.kafka.consumer.group-id"),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri"),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                + environment.getProperty("spring.security.oauth2.resourceserver.jwt.jwk-set-uri"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> slots(Answer page) {
        return (List<Map<String, Object>>) page.body().get("slots");
    }

    private static List<String> ids(Map<String, Object> slot) {
        return ((List<?>) slot.get("stories"))
                .stream().map(story -> (String) ((Map<?, ?>) story).get("id")).toList();
    }
}
