package org.sistercities.web.front;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The same for all visitors, so it is fetched only every few seconds. What failed is not kept. */
final class Kept<T> {
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final Supplier<T> source;
    private final Clock clock;
    private volatile @Nullable Known<T> known;

    Kept(Supplier<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    private record Known<T>(T value, Instant until) {}

    T get() {
        var kept = known;
        if (kept != null && clock.instant().isBefore(kept.until())) return kept.value();
        var fresh = source.get();
        known = new Known<>(fresh, clock.instant().plus(GOOD_FOR));
        return fresh;
    }
}
