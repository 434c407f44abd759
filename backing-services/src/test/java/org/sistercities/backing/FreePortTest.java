package org.sistercities.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreePortTest {

    @Test
    void nobody_is_given_a_port_that_somebody_else_was_given_and_does_not_use_yet() {
        var ports = IntStream.range(0, 1_000).map(_ -> FreePort.any()).boxed().toList();
        assertThat(ports).doesNotHaveDuplicates();
    }
}
