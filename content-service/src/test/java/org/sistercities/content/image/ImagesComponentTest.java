package org.sistercities.content.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.content.editing.StoryClient.AUTHOR;
import static org.sistercities.content.editing.StoryClient.BEN;
import static org.sistercities.content.editing.StoryClient.EDITOR;
import static org.sistercities.content.editing.StoryClient.MEMBER;
import static org.sistercities.content.editing.StoryClient.answer;
import static org.sistercities.content.editing.StoryClient.expectProblem;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentTest;
import org.sistercities.content.darkroom.SampleImages;
import org.sistercities.content.editing.StoryClient;
import org.sistercities.content.editing.StoryClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ContentTest
class ImagesComponentTest {
    private static final String WORDS = """
            {"alt":"Two mayors wave at a camera","caption":"Rosemary Loftus (L), Ginger Moxey (R)",
             "creditLine":"Photo courtesy of Angelo Rondello © 2016","licence":{"name":"CC BY 4.0","url":"https://cc.example/by"},
             "credits":[{"role":"PHOTOGRAPHER","name":"Angelo Rondello"}],"focalPoint":{"x":0.25,"y":0.5}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabaseFactory databases;

    private ImageClient images;
    private StoryClient stories;

    @BeforeEach
    void clients() {
        images = new ImageClient(port);
        stories = new StoryClient(port);
    }

    @Test
    void an_upload_becomes_renditions_that_are_kept_for_ever() {
        var image = images.uploaded(SampleImages.jpeg(1500, 1000));
        assertThat(image.body()).containsEntry("width", 1500).containsEntry("alt", "Two mayors");
        var sources = sources(image);
        assertThat(sources).extracting(source -> source.get("width")).containsExactly(1500, 1280, 640, 320);

        var url = (String) sources.get(2).get("url");
        var got = images.visit(GET, url, null)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "image/jpeg")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody()
                .returnResult();
        var etag = got.getResponseHeaders().getETag();
        assertThat(url).endsWith("/" + etag.replace("\"", "") + ".jpg");
        var head =
                images.visit(HEAD, url, null).expectStatus().isOk().expectBody().returnResult();
        assertThat(head.getResponseHeaders().getContentLength()).isEqualTo(got.getResponseBody().length);
        assertThat(head.getResponseBody()).isNull();
        images.visit(GET, url, etag)
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals("ETag", etag);
        images.visit(GET, url.replaceAll("[0-9a-f]{32}.jpg", "0".repeat(32) + ".jpg"), null)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void where_a_photo_was_taken_is_neither_served_nor_stored() {
        var image = images.uploaded(SampleImages.jpegWithPlace(900, 600, 6));
        assertThat(image.body()).containsEntry("width", 600).containsEntry("height", 900);

        for (var source : sources(image)) assertThat(served(source)).doesNotContain(SampleImages.PLACE, "Exif", "GPS");
        var stored = new ArrayList<String>();
        databases
                .getMongoDatabase()
                .listCollectionNames()
                .forEach(name -> databases
                        .getMongoDatabase()
                        .getCollection(name)
                        .find()
                        .forEach(document -> stored.add(bytes(document))));
        assertThat(stored).isNotEmpty().noneMatch(document -> document.contains(SampleImages.PLACE));
    }

    @Test
    void the_same_upload_sent_again_is_the_same_image() {
        var file = SampleImages.png(40, 30);
        var key = randomUUID().toString();
        var once =
                answer(images.upload(AUTHOR, key, "A wall", file).expectStatus().isCreated());
        var again =
                answer(images.upload(AUTHOR, key, "A wall", file).expectStatus().isCreated());

        assertThat(again.id()).isEqualTo(once.id());
        assertThat(sources(again)).isEqualTo(sources(once));
        expectProblem(images.upload(AUTHOR, key, "Another wall", file), 422, "idempotency-key-reused");
    }

    @Test
    void what_is_no_image_too_large_or_without_words_is_refused() {
        var key = randomUUID().toString();
        expectProblem(images.upload(AUTHOR, key, "A file", "MZ\u0090 .exe".getBytes(ISO_8859_1)), 422, "not-an-image");
        expectProblem(images.upload(AUTHOR, key, "Nothing", new byte[0]), 422, "not-an-image");
        images.upload(AUTHOR, key, "Large", new byte[15 * 1024 * 1024 + 1])
                .expectStatus()
                .isEqualTo(413);
        expectProblem(images.upload(AUTHOR, key, " ", SampleImages.png(4, 4)), 422, "invalid-request");
        images.upload(MEMBER, key, "A wall", SampleImages.png(4, 4))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void what_is_said_about_an_image_is_changed_by_its_author_and_by_editors_who_have_read_it() {
        var image = images.uploaded(SampleImages.png(40, 30));

        expectProblem(images.send(PUT, image.id(), AUTHOR, null, WORDS), 428, "revision-required");
        expectProblem(images.send(PUT, image.id(), BEN, image.etag(), WORDS), 403, "another-authors-image");
        expectProblem(
                images.send(PUT, image.id(), EDITOR, image.etag(), "{\"alt\":\"\",\"focalPoint\":{\"x\":2,\"y\":0}}"),
                422,
                "invalid-request");
        var said = answer(images.send(PUT, image.id(), EDITOR, image.etag(), WORDS)
                .expectStatus()
                .isOk());
        assertThat(said.body()).containsEntry("creditLine", "Photo courtesy of Angelo Rondello © 2016");
        expectProblem(images.send(PUT, image.id(), AUTHOR, image.etag(), WORDS), 412, "stale-revision");
        assertThat((List<?>) answer(images.all(AUTHOR)).body().get("items"))
                .anySatisfy(item -> assertThat(((Map<?, ?>) item).get("id")).isEqualTo(image.id()));
    }

    @Test
    void a_story_shows_its_images_with_their_full_credit_wherever_it_is_read() {
        var lead = described(images.uploaded(SampleImages.jpeg(1500, 1000)));
        var inline = images.uploaded(SampleImages.png(40, 30));
        var tag = "t-" + randomUUID();
        var story = published(
                tag, lead, "One.\n\n![](image:" + inline.id() + ")\n\nTwo ![a small wall](image:" + inline.id() + ").");
        var slug = (String) story.body().get("slug");

        var page = answer(stories.get("/" + slug)).body();
        assertThat((String) page.get("html"))
                .contains(
                        "<figure><img src=\"/api/v1/images/" + inline.id() + "/",
                        "alt=\"Two mayors\"",
                        "alt=\"a small wall\"")
                .doesNotContain("<p><figure>", "image:");
        assertThat((List<?>) page.get("pictures"))
                .hasSize(2)
                .first()
                .satisfies(picture -> assertThat(((Map<?, ?>) picture).get("credit"))
                        .isEqualTo("Photo courtesy of Angelo Rondello © 2016"));
        assertThat(page.get("meta").toString())
                .contains(
                        "og:image:alt",
                        "Two mayors wave at a camera",
                        "creditText=Photo courtesy of",
                        "http://localhost:8080/api/v1/images/");
        var item =
                (Map<?, ?>) ((List<?>) answer(stories.get("?tag=" + tag)).body().get("items")).getFirst();
        assertThat((String) item.get("image")).startsWith("/api/v1/images/" + lead.id());
        for (var feed : List.of("rss.xml", "atom.xml", "feed.json"))
            assertThat(text("/feeds/" + feed + "?tag=" + tag))
                    .as(feed)
                    .contains(
                            "Photo courtesy of Angelo Rondello © 2016",
                            "http://localhost:8080/api/v1/images/" + lead.id());
        assertThat(text("/sitemaps/0.xml")).contains("<image:loc>http://localhost:8080/api/v1/images/" + lead.id());
    }

    @Test
    void other_words_about_an_image_are_seen_on_every_page_that_shows_it() {
        var image = images.uploaded(SampleImages.png(40, 30));
        var story = published("t-" + randomUUID(), image, "One.");
        var path = "/" + story.body().get("slug");
        var before = stories.get(path)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        stories.getUnless(path, before).expectStatus().isNotModified();

        described(image);
        stories.getUnless(path, before).expectStatus().isOk();
        assertThat(text(path)).contains("Two mayors wave at a camera");
    }

    @Test
    void an_image_that_a_story_shows_is_not_deleted_and_a_deleted_one_is_not_published() {
        var image = images.uploaded(SampleImages.png(40, 30));
        var story = published("t-" + randomUUID(), image, "One.");
        expectProblem(images.send(DELETE, image.id(), AUTHOR, image.etag(), null), 409, "image-in-use");
        var stays = answer(
                images.send(GET, image.id(), AUTHOR, null, null).expectStatus().isOk());
        assertThat(stays.body()).containsEntry("status", "PRESENT");

        var other = images.uploaded(SampleImages.png(41, 30));
        images.send(DELETE, other.id(), AUTHOR, other.etag(), null)
                .expectStatus()
                .isNoContent();
        images.send(GET, other.id(), AUTHOR, null, null).expectStatus().isNotFound();
        images.visit(GET, (String) sources(other).getFirst().get("url"), null)
                .expectStatus()
                .isNotFound();
        var draft = stories.drafted(aStory("t-" + randomUUID(), other.id(), "One."));
        expectProblem(stories.publish(EDITOR, draft.id(), draft.etag()), 409, "image-missing");
        assertThat(story.id()).isNotEqualTo(draft.id());
    }

    @Test
    void whoever_publishes_and_whoever_deletes_at_once_one_of_them_is_refused() throws Exception {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                var image = images.uploaded(SampleImages.png(40 + i, 30));
                var race = both.invokeAll(
                        List.<Callable<Integer>>of(() -> draftedAndPublished(image), () -> deleted(image)));
                var answers = List.of(race.getFirst().get(), race.getLast().get());
                assertThat(answers).isIn(List.of(200, 409), List.of(409, 204), List.of(409, 409));
            }
        }
    }

    private int draftedAndPublished(Answer image) {
        var draft = stories.drafted(aStory("t-" + randomUUID(), image.id(), "One."));
        return status(stories.publish(EDITOR, draft.id(), draft.etag()));
    }

    private int deleted(Answer image) {
        return status(images.send(DELETE, image.id(), EDITOR, image.etag(), null));
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(String.class).getStatus().value();
    }

    private Answer described(Answer image) {
        return answer(images.send(PUT, image.id(), EDITOR, image.etag(), WORDS)
                .expectStatus()
                .isOk());
    }

    private Answer published(String tag, Answer lead, String body) {
        return stories.published(aStory(tag, lead.id(), body));
    }

    private static String aStory(String tag, String lead, String body) {
        return """
                {"kind":"STORY","headline":"Two mayors %1$s","body":"%3$s","leadImage":"%2$s","tags":["%1$s"]}""".formatted(tag, lead, body.replace("\n", "\\n"));
    }

    private String text(String path) {
        return stories.get(path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private String served(Map<String, Object> source) {
        return new String(
                images.visit(GET, (String) source.get("url"), null)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                ISO_8859_1);
    }

    private static String bytes(Document document) {
        var data = document.get("data", org.bson.types.Binary.class);
        return data == null ? document.toJson() : new String(data.getData(), ISO_8859_1);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> sources(Answer image) {
        return (List<Map<String, Object>>) image.body().get("sources");
    }
}
