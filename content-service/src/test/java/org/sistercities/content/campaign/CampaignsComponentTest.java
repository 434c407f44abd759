package org.sistercities.content.campaign;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.sistercities.content.ContentTest;
import org.sistercities.content.darkroom.SampleImages;
import org.sistercities.content.editing.StoryClient;
import org.sistercities.content.editing.StoryClient.Answer;
import org.sistercities.content.image.Image;
import org.sistercities.content.image.ImageClient;
import org.sistercities.content.image.ImageMissing;
import org.sistercities.content.image.MeanwhileGallery;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ContentTest
class CampaignsComponentTest {
    @LocalServerPort
    private int port;

    private final String name = "Sixty years " + randomUUID();
    private StoryClient stories;
    private ImageClient images;

    @BeforeEach
    void clients() {
        stories = new StoryClient(port);
        images = new ImageClient(port);
    }

    @Test
    void a_campaign_is_drafted_published_and_found_under_its_address() {
        var image = images.uploaded(SampleImages.png(40, 30));
        var draft = drafted(text(name, ",\"image\":\"" + image.id() + "\""));
        var slug = (String) draft.body().get("address");
        send(GET, "/" + slug, null, null, null).expectStatus().isNotFound();
        expectProblem(create(EDITOR, text(name, "")), 409, "slug-taken");
        create(AUTHOR, text("Mine", "")).expectStatus().isForbidden();

        expectProblem(send(POST, "/" + draft.id() + "/publication", EDITOR, null, null), 428, "revision-required");
        var published = published(draft);
        var page = answer(send(GET, "/" + slug, null, null, null).expectStatus().isOk());
        assertThat(page.body())
                .containsEntry("name", name)
                .containsEntry("phase", "RUNNING")
                .containsEntry("html", "<p>Since <em>1956</em>.</p>\n")
                .containsEntry(
                        "goal", Map.of("text", "Peace", "target", Map.of("amount", "60000.00", "currency", "USD")))
                .containsEntry("actions", List.of(Map.of("label", "More information", "url", "/sixty")));
        assertThat(page.body().get("picture").toString()).contains("/api/v1/images/" + image.id());
        assertThat(names()).contains(name);
        expectProblem(images.send(DELETE, image.id(), EDITOR, image.etag(), null), 409, "image-in-use");

        send(DELETE, "/" + draft.id() + "/publication", EDITOR, published.etag(), null)
                .expectStatus()
                .isOk();
        assertThat(names()).doesNotContain(name);
        send(GET, "/" + slug, null, null, null).expectStatus().isNotFound();
    }

    @Test
    void a_story_shows_its_campaigns_block_as_it_is_today() {
        var campaign = published(drafted(text(name, "")));
        var story = stories.published("{\"kind\":\"STORY\",\"headline\":\"%s\",\"body\":\"x\",\"campaignId\":\"%s\"}"
                .formatted(name, campaign.id()));
        var path = "/" + story.body().get("slug");
        var read = answer(stories.get(path).expectStatus().isOk());
        assertThat(((Map<?, ?>) read.body().get("campaign")).get("name")).isEqualTo(name);

        send(PUT, "/" + campaign.id(), EDITOR, campaign.etag(), text("Other " + name, ""))
                .expectStatus()
                .isOk();
        stories.getUnless(path, read.etag()).expectStatus().isOk();
        assertThat(((Map<?, ?>) answer(stories.get(path)).body().get("campaign")).get("name"))
                .isEqualTo("Other " + name);
    }

    @Test
    void a_published_campaign_never_keeps_an_image_that_was_deleted_while_it_was_changed(
            @Autowired AggregateStore<Campaign> store,
            @Autowired AggregateStore<Image> pictures,
            @Autowired Thermometer thermometer) {
        var campaign = published(drafted(text(name, "")));
        var image = images.uploaded(SampleImages.png(40, 30));
        Runnable deletion = () -> images.send(DELETE, image.id(), EDITOR, image.etag(), null)
                .expectStatus()
                .isNoContent();
        var slow = new Campaigns(store, new MeanwhileGallery(pictures, deletion), thermometer, Clock.systemUTC());
        var before = store.get(campaign.id());
        var appeal = before.state().appeal();
        var words = new Appeal(
                appeal.slug(),
                "Other " + name,
                appeal.slogan(),
                appeal.body(),
                appeal.goal(),
                appeal.from(),
                appeal.until(),
                appeal.actions(),
                image.id());

        assertThatThrownBy(() -> slow.change(
                        campaign.id(), before.revision(), one -> one.revise(words, one.text(), "ed", Instant.now())))
                .isInstanceOf(ImageMissing.class);
        var after = store.get(campaign.id()).state();
        assertThat(after.appeal()).isEqualTo(appeal);
        assertThat(after.isPublished()).isTrue();
    }

    private List<String> names() {
        return ((List<?>) answer(send(GET, "", null, null, null).expectStatus().isOk())
                        .body()
                        .get("items"))
                .stream().map(item -> (String) ((Map<?, ?>) item).get("name")).toList();
    }

    private Answer drafted(String json) {
        return answer(create(EDITOR, json).expectStatus().isCreated());
    }

    private Answer published(Answer draft) {
        return answer(send(POST, "/" + draft.id() + "/publication", EDITOR, draft.etag(), null)
                .expectStatus()
                .isOk());
    }

    private static String text(String name, String more) {
        return """
                {"name":"%s","body":"Since *1956*.","from":"1956-09-11",
                 "goal":{"text":"Peace","target":{"amount":"60000.00","currency":"USD"}},
                 "actions":[{"label":"More information","url":"/sixty"}]%s}""".formatted(name, more);
    }

    private ResponseSpec create(String bearer, String json) {
        return http().post()
                .header("Authorization", bearer)
                .header("Idempotency-Key", randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    private ResponseSpec send(HttpMethod method, String path, String bearer, String etag, String json) {
        var request = http().method(method).uri(path).headers(headers -> {
            if (bearer != null) headers.set("Authorization", bearer);
            if (etag != null) headers.set("If-Match", etag);
        });
        return json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json)
                        .exchange();
    }

    private WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port + "/api/v1/campaigns")
                .responseTimeout(Duration.ofMinutes(1))
                .build();
    }
}
