package org.sistercities.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Moves times by what a clock on the venue's wall shows, so that half past five stays half past five across a change to summer time.
 * A local time that is skipped there comes out later by what was skipped, and of one that comes twice the first is meant (as in
 * RFC 5545, 3.3.5).
 *
 * @param by how much later local times become
 */
record WallClock(ZoneId zone, Duration by) {

    static WallClock between(Instant from, Instant to, ZoneId zone) {
        return new WallClock(
                zone,
                Duration.between(
                        from.atZone(zone).toLocalDateTime(), to.atZone(zone).toLocalDateTime()));
    }

    Instant shift(Instant time) {
        return time.atZone(zone).toLocalDateTime().plus(by).atZone(zone).toInstant();
    }

    @Nullable
    Instant shiftOrNull(@Nullable Instant time) {
        return time == null ? null : shift(time);
    }
}
