package org.sistercities.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.sistercities.gateway.limits.LimitsProperties.Rate;

/**
 * Counts requests of clients (the generic cell rate algorithm: one number a client, which says until when its past requests
 * count). It keeps a bounded number of clients, so nobody fills the memory by having many names.
 */
final class Meter {
    private final Map<Kind, Rate> rates;
    private final LongSupplier nanoTime;
    private final Cache<Key, AtomicLong> busyUntil;

    private record Key(Kind kind, String client) {}

    /**
     * What became of a request.
     *
     * @param left how many more may follow at once
     * @param untilAll when the whole quota is there again
     * @param waiting until it may be asked again; zero when it is allowed
     */
    record Verdict(Kind kind, Rate rate, int left, Duration untilAll, Duration waiting) {
        /**
         * The verdict by the client's number.
         *
         * @param busy so many nanoseconds until its past requests count no more
         * @param wait so many until it may be asked again
         */
        static Verdict of(Kind kind, Rate rate, long busy, long wait) {
            long left = (rate.window().toNanos() - busy) / rate.nanosEach();
            return new Verdict(kind, rate, (int) left, Duration.ofNanos(busy), Duration.ofNanos(wait));
        }

        boolean allowed() {
            return waiting.isZero();
        }
    }

    Meter(LimitsProperties limits, LongSupplier nanoTime) {
        this.rates = limits.rates();
        this.nanoTime = nanoTime;
        var longest = rates.values().stream().map(Rate::window).max(Duration::compareTo);
        this.busyUntil = Caffeine.newBuilder()
                .maximumSize(limits.clients())
                .expireAfterAccess(longest.orElseThrow()) // by then, nothing counts any more
                .ticker(nanoTime::getAsLong)
                .build();
    }

    /** Counts one request, if it is allowed. */
    Verdict count(Kind kind, String client) {
        var rate = rates.get(kind);
        if (rate == null) throw new IllegalStateException("No rate for " + kind);
        long now = nanoTime.getAsLong();
        var until = busyUntil.get(new Key(kind, client), key -> new AtomicLong(now));
        while (true) {
            long before = until.get();
            long after =
                    Math.max(before - now, 0) + rate.nanosEach(); // from now; differences, as nanoTime may overflow
            long over = after - rate.window().toNanos();
            if (over > 0) return Verdict.of(kind, rate, after - rate.nanosEach(), over);
            if (until.compareAndSet(before, now + after)) return Verdict.of(kind, rate, after, 0);
        }
    }

    long clients() {
        busyUntil.cleanUp();
        return busyUntil.estimatedSize();
    }
}
