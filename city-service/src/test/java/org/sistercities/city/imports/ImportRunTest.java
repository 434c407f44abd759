package org.sistercities.city.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.imports.ImportRun.Counts;
import org.sistercities.city.imports.ImportRun.State;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportRunTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ImportRun running = ImportRun.started(false, "ada", NOON).state();

    @Test
    void one_that_is_silent_for_long_was_interrupted() {
        assertThat(running.stateAt(NOON.plusSeconds(59))).isEqualTo(State.RUNNING);
        assertThat(running.stateAt(NOON.plusSeconds(61))).isEqualTo(State.INTERRUPTED);
    }

    @Test
    void one_that_says_how_far_it_is_lives() {
        var progressed = running.progressed(new Counts(500, 499, 0, 0, 1), NOON.plusSeconds(50))
                .state();

        assertThat(progressed.stateAt(NOON.plusSeconds(100))).isEqualTo(State.RUNNING);
    }

    @Test
    void what_is_over_stays_over() {
        assertThat(running.done(NOON).state().stateAt(NOON.plusSeconds(100))).isEqualTo(State.DONE);
        assertThat(running.failed("no header", NOON).state().stateAt(NOON.plusSeconds(100)))
                .isEqualTo(State.FAILED);
    }
}
