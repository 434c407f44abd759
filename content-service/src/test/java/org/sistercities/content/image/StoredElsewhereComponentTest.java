package org.sistercities.content.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.content.editing.StoryClient.AUTHOR;
import static org.sistercities.content.editing.StoryClient.answer;
import static org.sistercities.content.editing.StoryClient.expectProblem;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentTest;
import org.sistercities.content.darkroom.Print;
import org.sistercities.content.darkroom.SampleImages;
import org.sistercities.content.editing.StoryClient.Answer;
import org.sistercities.content.image.Wire.Fault;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ContentTest
@DirtiesContext
class StoredElsewhereComponentTest {
    private static final byte[] PHOTO = SampleImages.jpeg(1500, 1000);
    private static final ObjectStorage STORAGE = storage();

    @LocalServerPort
    private int port;

    private ImageClient images;

    @DynamicPropertySource
    static void images_are_kept_there(DynamicPropertyRegistry settings) {
        settings.add("sistercities.images.store", () -> "s3");
        settings.add("sistercities.images.kept", () -> "0");
        settings.add("sistercities.images.s3.endpoint", STORAGE::endpoint);
        settings.add("sistercities.images.s3.bucket", () -> ObjectStorage.BUCKET);
        settings.add("sistercities.images.s3.access-key", () -> ObjectStorage.ACCESS_KEY);
        settings.add("sistercities.images.s3.secret-key", () -> ObjectStorage.SECRET_KEY);
        settings.add("sistercities.images.s3.patience", () -> "4s");
    }

    @BeforeEach
    void clients() {
        STORAGE.has(Fault.NONE);
        images = new ImageClient(port);
    }

    @AfterAll
    static void close() throws Exception {
        STORAGE.close();
    }

    @Test
    void all_renditions_are_in_the_bucket_and_served_whole() {
        int before = STORAGE.objects().size();
        var image = images.uploaded(PHOTO);
        assertThat(STORAGE.objects()).hasSize(before + 4);
        for (var url : urls(image)) {
            var bytes = images.visit(GET, url, null)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            assertThat(url).endsWith("/" + Print.hash(bytes) + ".jpg");
        }
        images.send(DELETE, image.id(), AUTHOR, image.etag(), null)
                .expectStatus()
                .isNoContent();
        assertThat(STORAGE.objects()).hasSize(before);
    }

    @Test
    void there_is_no_image_without_its_bytes_and_who_asks_again_gets_one() {
        int before = STORAGE.objects().size();
        var key = UUID.randomUUID().toString();
        STORAGE.has(Fault.SILENCE);
        expectProblem(images.upload(AUTHOR, key, "Down", PHOTO), 503, "images-away");
        assertThat((List<?>) answer(images.all(AUTHOR)).body().get("items"))
                .noneSatisfy(item -> assertThat(((Map<?, ?>) item).get("alt")).isEqualTo("Down"));

        STORAGE.has(Fault.LOST_ANSWER);
        var image =
                answer(images.upload(AUTHOR, key, "Down", PHOTO).expectStatus().isCreated());
        assertThat(STORAGE.objects()).hasSize(before + 4);
        images.visit(GET, urls(image).getFirst(), null).expectStatus().isOk();
    }

    @Test
    void half_an_image_is_never_served_nor_a_missing_store_called_empty() {
        var url = urls(images.uploaded(PHOTO)).getFirst();
        for (var fault : List.of(Fault.HALF_AN_ANSWER, Fault.FAILURE, Fault.SILENCE)) {
            STORAGE.has(fault);
            expectProblem(images.visit(GET, url, null), 503, "images-away");
        }
        STORAGE.has(Fault.NONE);
        images.visit(GET, url, null).expectStatus().isOk();
    }

    @Test
    void who_deletes_while_the_store_is_away_does_it_again() {
        var image = images.uploaded(PHOTO);
        int there = STORAGE.objects().size();
        STORAGE.has(Fault.FAILURE);
        expectProblem(images.send(DELETE, image.id(), AUTHOR, image.etag(), null), 503, "images-away");

        STORAGE.has(Fault.NONE);
        var leaving = answer(
                images.send(GET, image.id(), AUTHOR, null, null).expectStatus().isOk());
        images.send(DELETE, image.id(), AUTHOR, leaving.etag(), null)
                .expectStatus()
                .isNoContent();
        assertThat(STORAGE.objects()).hasSize(there - 4);
    }

    @SuppressWarnings("unchecked")
    private static List<String> urls(Answer image) {
        return ((List<Map<String, Object>>) image.body().get("sources"))
                .stream().map(source -> (String) source.get("url")).toList();
    }

    private static ObjectStorage storage() {
        try {
            return new ObjectStorage();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
