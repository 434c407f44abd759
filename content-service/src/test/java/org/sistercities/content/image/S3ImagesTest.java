package org.sistercities.content.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.content.image.ObjectStorage.PATIENT;
import static org.sistercities.content.image.ObjectStorage.SECRET_KEY;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sistercities.content.image.Wire.Fault;
import software.amazon.awssdk.services.s3.model.S3Object;

@DisplayNameGeneration(ReplaceUnderscores.class)
class S3ImagesTest {
    private final byte[] picture = new byte[200_000];
    private final Map<String, byte[]> gridFs = new HashMap<>();
    private ObjectStorage storage;
    private S3Images images;

    @BeforeEach
    void open() throws Exception {
        new Random(7).nextBytes(picture);
        storage = new ObjectStorage();
        images = storage.images(new Shelf(gridFs), SECRET_KEY, PATIENT);
    }

    @AfterEach
    void close() throws Exception {
        storage.close();
    }

    @Test
    void what_is_put_is_got_until_it_is_removed() {
        var key = images.put("4be1/1c49", picture);
        assertThat(images.get(key)).hasValueSatisfying(got -> assertThat(got).isEqualTo(picture));
        assertThat(storage.objects()).singleElement().extracting(S3Object::key).isEqualTo("images/4be1/1c49");

        images.remove(key);
        images.remove(key);
        assertThat(images.get(key)).isEmpty();
        assertThat(storage.objects()).isEmpty();
    }

    @Test
    void what_was_there_before_the_bucket_is_found_and_removed_where_it_is() {
        gridFs.put("65f0c0ffee", picture);
        assertThat(images.get("65f0c0ffee")).hasValue(picture);
        images.remove("65f0c0ffee");
        assertThat(gridFs).isEmpty();
    }

    @Test
    void who_has_another_secret_gets_and_changes_nothing() {
        var key = images.put("4be1/1c49", picture);
        var stranger = storage.images(new Shelf(gridFs), "a guess", PATIENT);

        assertThatThrownBy(() -> stranger.get(key)).isInstanceOf(ImagesAway.class);
        assertThatThrownBy(() -> stranger.put("4be1/2", picture)).isInstanceOf(ImagesAway.class);
        assertThatThrownBy(() -> stranger.remove(key)).isInstanceOf(ImagesAway.class);
        assertThat(storage.objects()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILURE", "SILENCE", "HALF_AN_ANSWER"})
    void a_store_that_does_not_answer_whole_is_away_and_back_later(Fault fault) {
        var key = images.put("4be1/1c49", picture);
        storage.has(fault);
        assertThatThrownBy(() -> impatient().get(key)).isInstanceOf(ImagesAway.class);

        storage.has(Fault.NONE);
        assertThat(images.get(key)).hasValueSatisfying(got -> assertThat(got).isEqualTo(picture));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILURE", "SILENCE"})
    void nothing_is_said_to_be_kept_or_gone_that_is_not(Fault fault) {
        var key = images.put("4be1/1c49", picture);
        storage.has(fault);
        assertThatThrownBy(() -> impatient().put("4be1/2", picture)).isInstanceOf(ImagesAway.class);
        assertThatThrownBy(() -> impatient().remove(key)).isInstanceOf(ImagesAway.class);
        assertThat(storage.objects()).hasSize(1);
    }

    @Test
    void a_lost_answer_is_asked_for_again_and_nothing_is_there_twice() {
        storage.has(Fault.LOST_ANSWER);
        var key = images.put("4be1/1c49", picture);
        assertThat(storage.objects()).hasSize(1);
        assertThat(images.get(key)).hasValueSatisfying(got -> assertThat(got).isEqualTo(picture));

        storage.has(Fault.LOST_ANSWER);
        images.remove(key);
        assertThat(storage.objects()).isEmpty();
    }

    private S3Images impatient() {
        return storage.images(new Shelf(gridFs), SECRET_KEY, Duration.ofMillis(400));
    }

    /** Where images were before. */
    private record Shelf(Map<String, byte[]> files) implements ImageStore {
        @Override
        public String put(String name, byte[] bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(files.get(key));
        }

        @Override
        public void remove(String key) {
            files.remove(key);
        }
    }
}
