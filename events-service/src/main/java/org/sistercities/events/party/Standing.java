package org.sistercities.events.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a registration stands.
 *
 * @param step how many steps that move places have led here; each adds one, so that none is made twice
 * @param since when it got this status
 * @param until when its places are given up by themselves, if the status is one that runs out
 * @param extended whether the hold has been extended
 */
public record Standing(
        int step, Status status, Instant since, @Nullable Instant until, boolean extended) {

    /** The standing one step on, or the first one. */
    static Standing after(@Nullable Standing before, Status status, Instant now, @Nullable Instant until) {
        if (before == null) return new Standing(1, status, now, until, false);
        var since = before.status == status ? before.since : now;
        return new Standing(before.step + 1, status, since, until, before.extended);
    }

    Standing then(Status next, Instant now) {
        return after(this, next, now, null);
    }

    /** One more step that changes nothing here. */
    Standing again() {
        return new Standing(step + 1, status, since, until, extended);
    }

    Standing extendedUntil(Instant end) {
        return new Standing(step + 1, status, since, end, true);
    }

    /** The places are kept until then at least. */
    Standing keptUntil(Instant end) {
        boolean longer = until == null || until.isBefore(end);
        return new Standing(step + 1, status, since, longer ? end : until, extended);
    }

    /** Whether time has run out, be it recorded or not. */
    public boolean hasLapsed(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** The status everybody is told: one whose time has run out is expired at once. */
    public Status at(Instant now) {
        return hasLapsed(now) ? Status.EXPIRED : status;
    }
}
