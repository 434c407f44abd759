package org.sistercities.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.backing.Provision.CONTAINERS;
import static org.sistercities.backing.Provision.EMBEDDED;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChoiceTest {
    private static final Options TEMPORARY = Options.temporary();
    private static final Options KEPT = Options.keepingDataIn(Path.of("data"));
    private static final BooleanSupplier DOCKER = () -> true;
    private static final BooleanSupplier NO_DOCKER = () -> false;
    private static final BooleanSupplier NOT_ASKED = () -> {
        throw new AssertionError("Testcontainers would be loaded");
    };

    @Test
    void containers_when_docker_answers() {
        assertThat(Choice.of(TEMPORARY, null, DOCKER).provision()).isEqualTo(CONTAINERS);
        assertThat(Choice.of(TEMPORARY, null, NO_DOCKER).provision()).isEqualTo(EMBEDDED);
    }

    @Test
    void data_to_keep_is_kept_embedded() {
        assertThat(Choice.of(KEPT, null, NOT_ASKED)).isEqualTo(new Choice(EMBEDDED, "as the data is to be kept"));
        assertThatThrownBy(() -> Choice.of(KEPT, "containers", DOCKER)).hasMessageContaining("keep no data in data");
    }

    @Test
    void what_is_forced_is_done_without_asking() {
        assertThat(Choice.of(TEMPORARY, "Embedded", NOT_ASKED).provision()).isEqualTo(EMBEDDED);
        assertThat(Choice.of(TEMPORARY.by(EMBEDDED), null, NOT_ASKED).provision())
                .isEqualTo(EMBEDDED);
        assertThat(Choice.of(TEMPORARY.by(EMBEDDED), "containers", DOCKER).provision())
                .isEqualTo(CONTAINERS);
        assertThat(Choice.of(TEMPORARY.by(EMBEDDED), "auto", DOCKER).provision())
                .isEqualTo(CONTAINERS);
    }

    @Test
    void containers_without_docker_are_refused() {
        assertThatThrownBy(() -> Choice.of(TEMPORARY.by(CONTAINERS), null, NO_DOCKER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no Docker engine answers");
    }

    @Test
    void another_word_is_refused() {
        assertThatThrownBy(() -> Choice.of(TEMPORARY, "podman", NOT_ASKED)).hasMessageContaining("not 'podman'");
    }
}
