package org.sistercities.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstancesTest {
    private static final URI A = URI.create("http://a");
    private static final URI B = URI.create("http://b");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final Instances instances = new Instances(List.of(A, B), Duration.ofSeconds(5), now::get);

    @Test
    void they_take_turns() {
        assertThat(List.of(next(), next(), next())).containsExactly(A, B, A);
    }

    @Test
    void one_that_failed_is_passed_over_for_a_while() {
        instances.failed(instances.next());
        assertThat(List.of(next(), next(), next())).containsOnly(B);
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void when_all_failed_all_are_tried() {
        instances.failed(instances.next());
        instances.failed(instances.next());
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder(A, B);
    }

    private URI next() {
        return instances.next().address();
    }
}
