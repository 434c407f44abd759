package org.sistercities.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CombinerTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger pauses = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);

    /** Doubles what it is given; refuses 13; breaks on 666; waits at the gate for 0. */
    private final Combiner<Integer, Integer> combiner = new Combiner<>(10, Duration.ofMinutes(5), this::desk);

    private Combiner.Desk<Integer, Integer> desk(String key) {
        opened.incrementAndGet();
        return new Combiner.Desk<>() {
            @Override
            public List<Supplier<Integer>> serve(List<Integer> batch) {
                batches.add(batch);
                if (batch.contains(0)) pass(gate);
                if (batch.contains(666)) throw new IllegalStateException("broken");
                return batch.stream()
                        .<Supplier<Integer>>map(n -> () -> twice(n))
                        .toList();
            }

            @Override
            public void pause() {
                pauses.incrementAndGet();
            }
        };
    }

    @Test
    void one_that_finds_nobody_is_served_alone_and_at_once() {
        assertThat(combiner.submit("gala", 4)).isEqualTo(8);
        assertThat(batches).containsExactly(List.of(4));
        await().untilAsserted(() -> assertThat(pauses).hasValue(1));
    }

    @Test
    void those_who_wait_while_others_are_served_are_served_together_up_to_the_limit() {
        var first = async("gala", 0);
        await().until(() -> batches.size() == 1);
        var others = IntStream.rangeClosed(1, 25)
                .filter(n -> n != 13)
                .mapToObj(n -> async("gala", n))
                .toList();
        await().until(() -> waiting() == others.size());
        gate.countDown();
        others.forEach(CompletableFuture::join);
        assertThat(first.join()).isZero();
        assertThat(batches).extracting(List::size).containsExactly(1, 10, 10, 4);
        assertThat(opened).hasValue(1);
    }

    @Test
    void one_refusal_is_nobody_elses() {
        async("gala", 0);
        await().until(() -> batches.size() == 1);
        var refused = async("gala", 13);
        var served = async("gala", 14);
        gate.countDown();
        assertThat(served.join()).isEqualTo(28);
        assertThatThrownBy(refused::join).hasRootCauseMessage("unlucky");
    }

    @Test
    void a_batch_that_breaks_fails_everybody_in_it_and_nobody_after_it() {
        assertThatThrownBy(() -> combiner.submit("gala", 666)).hasRootCauseMessage("broken");
        assertThat(combiner.submit("gala", 1)).isEqualTo(2);
    }

    @Test
    void whoever_has_waited_too_long_is_turned_away_untouched() {
        var hasty = new Combiner<>(10, Duration.ofMillis(20), this::desk);
        var first = CompletableFuture.supplyAsync(() -> hasty.submit("gala", 0), THREADS);
        await().until(() -> batches.size() == 1);
        var waited = CompletableFuture.supplyAsync(() -> hasty.submit("gala", 1), THREADS);
        await().until(() -> hasty.waiting() == 1);
        await().pollDelay(Duration.ofMillis(50)).until(() -> true);
        gate.countDown();
        assertThatThrownBy(waited::join).hasCauseInstanceOf(TooManyAtOnce.class);
        assertThat(first.join()).isZero();
        assertThat(batches).containsExactly(List.of(0));
        await().untilAsserted(() -> assertThat(hasty.lanes()).isZero());
    }

    @Test
    void for_whoever_has_gone_nothing_is_done() {
        async("gala", 0);
        await().until(() -> batches.size() == 1);
        var gone = CompletableFuture.supplyAsync(() -> combiner.submit("gala", 1, () -> true), THREADS);
        var here = async("gala", 2);
        await().until(() -> waiting() == 2);
        gate.countDown();
        assertThat(here.join()).isEqualTo(4);
        assertThatThrownBy(gone::join).hasCauseInstanceOf(TooManyAtOnce.class);
        assertThat(batches).containsExactly(List.of(0), List.of(2));
    }

    @Test
    void one_event_does_not_wait_for_another() {
        async("gala", 0);
        await().until(() -> batches.size() == 1);
        assertThat(combiner.submit("conference", 5)).isEqualTo(10);
        gate.countDown();
    }

    @Test
    void nobody_is_forgotten_when_lanes_open_and_close_all_the_time() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(1, 20_000)
                    .filter(n -> n != 13 && n != 666)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> combiner.submit("key" + n % 7, n), threads))
                    .toList();
            answers.forEach(CompletableFuture::join);
        }
        await().until(() -> waiting() == 0);
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(19_997);
        await().untilAsserted(() -> assertThat(combiner.lanes()).isZero());
    }

    private int waiting() {
        return combiner.waiting();
    }

    private CompletableFuture<Integer> async(String key, int n) {
        return CompletableFuture.supplyAsync(() -> combiner.submit(key, n), THREADS);
    }

    private static int twice(int n) {
        if (n == 13) throw new IllegalArgumentException("unlucky");
        return 2 * n;
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
