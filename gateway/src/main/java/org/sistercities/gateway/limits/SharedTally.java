package org.sistercities.gateway.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.sistercities.gateway.limits.LimitsProperties.Rate;
import org.sistercities.gateway.limits.Meter.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Counts in Redis, the same way as {@link Meter} does, so that all replicas together let through one quota. While Redis is away
 * this replica counts for itself: a client may then ask more often, and nobody waits. One request every few seconds finds out
 * whether it is back.
 */
final class SharedTally implements Tally {
    private static final Logger log = LoggerFactory.getLogger(SharedTally.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(3);

    @SuppressWarnings("rawtypes") // what a script answers has no better type
    private static final RedisScript<List> COUNT =
            RedisScript.of(new ClassPathResource("limits/count.lua"), List.class);

    private final Map<Kind, Rate> rates;
    private final ReactiveStringRedisTemplate redis;
    private final Duration patience;
    private final Meter meter;
    private final Counter countedHere;
    private final AtomicReference<State> state = new AtomicReference<>(new State(false, System.nanoTime()));
    private final AtomicBoolean missed = new AtomicBoolean();

    /** Whether Redis answers, and if not, from when on somebody may ask again. */
    private record State(boolean there, long askFrom) {
        static State away() {
            return new State(false, System.nanoTime() + PAUSE);
        }

        boolean mayBeAsked() {
            return System.nanoTime() - askFrom >= 0;
        }
    }

    /** @param patience how long a request may wait for Redis */
    SharedTally(
            Map<Kind, Rate> rates,
            ReactiveStringRedisTemplate redis,
            Duration patience,
            Meter meter,
            MeterRegistry metrics) {
        this.rates = rates;
        this.redis = redis;
        this.patience = patience;
        this.meter = meter;
        this.countedHere = Counter.builder("sistercities.limits.local")
                .description("Requests counted by this replica alone, because Redis was away")
                .register(metrics);
    }

    @Override
    public Mono<Verdict> count(Kind kind, String client) {
        return Mono.defer(() -> {
            var before = state.get();
            if (before.there()) return shared(kind, client);
            var asks = before.mayBeAsked() && state.compareAndSet(before, State.away());
            return asks ? shared(kind, client).subscribeOn(Schedulers.boundedElastic()) : here(kind, client);
        }); // connecting blocks, so not in a thread of the server
    }

    private Mono<Verdict> shared(Kind kind, String client) {
        var rate = rates.get(kind);
        if (rate == null) throw new IllegalStateException("No rate for " + kind);
        var key = List.of("sistercities:limit:" + kind.title() + ":" + client);
        var window = Long.toString(TimeUnit.NANOSECONDS.toMicros(rate.window().toNanos()));
        var each = Long.toString(TimeUnit.NANOSECONDS.toMicros(rate.nanosEach()));
        return redis.execute(COUNT, key, List.of(window, each))
                .next()
                .timeout(patience)
                .map(answer -> verdict(kind, rate, answer))
                .doOnNext(answered -> isBack())
                .onErrorResume(failure -> {
                    isAway(failure);
                    return here(kind, client);
                });
    }

    private static Verdict verdict(Kind kind, Rate rate, List<?> micros) {
        return Verdict.of(kind, rate, nanos(micros.getFirst()), nanos(micros.getLast()));
    }

    private static long nanos(Object micros) {
        return TimeUnit.MICROSECONDS.toNanos((Long) micros);
    }

    private Mono<Verdict> here(Kind kind, String client) {
        countedHere.increment();
        return Mono.just(meter.count(kind, client));
    }

    private void isBack() {
        if (state.get().there()) return;
        state.set(new State(true, 0));
        if (missed.compareAndSet(true, false))
            log.info("Redis answers: requests are counted for all replicas together");
    }

    private void isAway(Throwable failure) {
        state.updateAndGet(now -> now.there() ? State.away() : now);
        if (missed.compareAndSet(false, true))
            log.warn("Redis does not answer: this replica counts requests for itself ({})", failure.toString());
    }
}
