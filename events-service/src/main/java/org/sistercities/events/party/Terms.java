package org.sistercities.events.party;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long places are kept for whom.
 *
 * @param hold while a party fills in its details; as much again when it asks, once
 * @param offer to a party of the waiting list
 * @param checkout while a party pays elsewhere, and a little longer, because the news of it takes its time
 * @param waitingList most parties in line for one event
 */
public record Terms(Duration hold, Duration offer, Duration checkout, int waitingList) {
    private static final Duration NEWS = Duration.ofMinutes(5);

    /** How long places are kept for a checkout. */
    Duration checkoutAndNews() {
        return checkout.plus(NEWS);
    }

    /**
     * The end of a period, rounded up, so that periods which begin within seconds of each other end together and are kept as one
     * sum: a list of ends does not grow with the number of parties.
     */
    static Instant end(Instant now, Duration period) {
        long grain = grain(period).toMillis();
        return Instant.ofEpochMilli(-Math.floorDiv(-now.plus(period).toEpochMilli(), grain) * grain);
    }

    private static Duration grain(Duration period) {
        if (period.compareTo(Duration.ofMinutes(1)) < 0) return Duration.ofSeconds(1);
        if (period.compareTo(Duration.ofHours(1)) < 0) return Duration.ofSeconds(10);
        return period.compareTo(Duration.ofDays(2)) < 0 ? Duration.ofMinutes(5) : Duration.ofHours(1);
    }
}
