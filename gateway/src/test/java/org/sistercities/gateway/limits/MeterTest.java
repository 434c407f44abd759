package org.sistercities.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.gateway.limits.LimitsProperties.Rate;
import org.sistercities.gateway.shared.Store;
import org.springframework.util.unit.DataSize;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeterTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // overflows on the way
    private final Meter meter = meter(100);

    @Test
    void the_whole_quota_may_come_at_once_and_then_one_each_part_of_the_window() {
        for (int left = 9; left >= 0; left--)
            assertThat(ask("ann")).returns(true, Meter.Verdict::allowed).returns(left, Meter.Verdict::left);
        var refused = ask("ann");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.waiting()).isEqualTo(Duration.ofSeconds(6));
        assertThat(refused.untilAll()).isEqualTo(Duration.ofSeconds(60));

        pass(Duration.ofSeconds(6));
        assertThat(ask("ann").allowed()).isTrue();
        assertThat(ask("ann").allowed()).isFalse();
    }

    @Test
    void after_a_window_all_is_forgotten() {
        for (int i = 0; i < 20; i++) ask("ann");
        pass(Duration.ofSeconds(60));
        assertThat(ask("ann").left()).isEqualTo(9);
    }

    @Test
    void clients_and_kinds_are_counted_apart() {
        for (int i = 0; i < 20; i++) ask("ann");
        assertThat(ask("bob").left()).isEqualTo(9);
        assertThat(meter.count(Kind.STAFF, "ann").allowed()).isTrue();
    }

    @Test
    void a_million_names_take_no_more_memory_than_the_limit() {
        for (int i = 0; i < 1_000_000; i++) ask("client " + i);
        assertThat(meter.clients()).isLessThanOrEqualTo(100);
    }

    @Test
    void of_many_at_once_no_more_than_the_quota_are_allowed() throws InterruptedException {
        var meter = meter(100);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(IntStream.range(0, 400)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(
                            i -> () -> meter.count(Kind.READ, "ann").allowed())
                    .toList());
            assertThat(answers.stream().filter(answer -> answer.resultNow())).hasSize(10);
        }
    }

    private Meter.Verdict ask(String client) {
        return meter.count(Kind.READ, client);
    }

    private Meter meter(int clients) {
        var rates = Map.of(Kind.READ, new Rate(10, Duration.ofMinutes(1)));
        return new Meter(new LimitsProperties(Store.LOCAL, DataSize.ofMegabytes(1), rates, clients), now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
