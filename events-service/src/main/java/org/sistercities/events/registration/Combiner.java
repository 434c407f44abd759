package org.sistercities.events.registration;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does work for many callers at once. Callers with the same key queue in a lane; what waits while one batch is served is the
 * next batch. There is no timer: a caller that finds nobody before it is served at once, and the more wait, the less each
 * costs. A lane exists only while somebody waits in it. Whoever has waited too long is turned away, and for whoever has gone
 * nothing is done: they would have places they do not know of.
 *
 * @param <I> what a caller brings
 * @param <O> what it gets
 */
public final class Combiner<I, O> {
    private static final ContextSnapshotFactory CONTEXT =
            ContextSnapshotFactory.builder().build();

    private final Function<String, Desk<I, O>> desks;
    private final int limit;
    private final long patienceNanos;
    private final ConcurrentMap<String, Lane<I, O>> lanes = new ConcurrentHashMap<>();

    /** Serves one lane, on one thread, from when somebody comes until nobody waits. */
    interface Desk<I, O> {
        /** What each caller gets, in their order; an answer may be an exception it throws. If this throws, all get that. */
        List<Supplier<O>> serve(List<I> batch);

        /** Nobody waits at the moment: time to tidy up. */
        void pause();
    }

    private record Caller<I, O>(
            I brings,
            BooleanSupplier gone,
            ContextSnapshot context,
            long since,
            CompletableFuture<Supplier<O>> answer) {}

    private record Lane<I, O>(Queue<Caller<I, O>> waiting) {}

    /**
     * @param limit the most callers in one batch
     * @param patience how long a caller waits for its batch to begin
     */
    Combiner(int limit, Duration patience, Function<String, Desk<I, O>> desks) {
        this.limit = limit;
        this.patienceNanos = patience.toNanos();
        this.desks = desks;
    }

    /**
     * Waits for the answer.
     *
     * @throws TooManyAtOnce when its turn has not come in time
     */
    public O submit(String key, I brings) {
        return submit(key, brings, () -> false);
    }

    /**
     * The same for somebody who may go away.
     *
     * @param gone whether nobody waits for the answer any more
     */
    public O submit(String key, I brings, BooleanSupplier gone) {
        return submitAll(key, List.of(brings), gone).getFirst().get();
    }

    /** Waits for the answers to all, who queue one behind the other; an answer may be an exception it throws, as above. */
    public List<Supplier<O>> submitAll(String key, List<I> all, BooleanSupplier gone) {
        var context = CONTEXT.captureAll();
        long since = System.nanoTime();
        var callers = all.stream()
                .map(brings -> new Caller<I, O>(brings, gone, context, since, new CompletableFuture<>()))
                .toList();
        lanes.compute(key, (_, open) -> {
            var lane = open != null ? open : newLane(key);
            lane.waiting().addAll(callers);
            return lane;
        });
        return callers.stream().map(caller -> caller.answer().join()).toList();
    }

    /** How many lanes are open. */
    int lanes() {
        return lanes.size();
    }

    /** How many callers wait for their batch to begin. */
    int waiting() {
        return lanes.values().stream().mapToInt(lane -> lane.waiting().size()).sum();
    }

    private Lane<I, O> newLane(String key) {
        Thread.ofVirtual().name("combiner-" + key).start(() -> work(key));
        return new Lane<>(new ConcurrentLinkedQueue<>());
    }

    private void work(String key) {
        var desk = desks.apply(key);
        do {
            for (var batch = next(key); !batch.isEmpty(); batch = next(key)) serve(desk, batch);
            desk.pause();
        } while (!closed(key));
    }

    private List<Caller<I, O>> next(String key) {
        var batch = new ArrayList<Caller<I, O>>();
        lanes.computeIfPresent(key, (_, lane) -> {
            while (batch.size() < limit && !lane.waiting().isEmpty()) {
                var caller = lane.waiting().remove();
                if (isToBeServed(caller)) batch.add(caller);
                else
                    caller.answer().complete(() -> {
                        throw new TooManyAtOnce();
                    });
            }
            return lane;
        });
        return batch;
    }

    private boolean isToBeServed(Caller<I, O> caller) {
        return System.nanoTime() - caller.since() <= patienceNanos
                && !caller.gone().getAsBoolean();
    }

    private boolean closed(String key) {
        return lanes.computeIfPresent(key, (_, lane) -> lane.waiting().isEmpty() ? null : lane) == null;
    }

    /** Traces cannot be combined: the batch runs as part of its first caller's. */
    private void serve(Desk<I, O> desk, List<Caller<I, O>> batch) {
        try (var _ = batch.getFirst().context().setThreadLocals()) {
            var answers = desk.serve(batch.stream().map(Caller::brings).toList());
            for (int i = 0; i < batch.size(); i++) batch.get(i).answer().complete(answers.get(i));
        } catch (RuntimeException | Error e) {
            for (var caller : batch) caller.answer().completeExceptionally(e);
        }
    }
}
