package org.sistercities.events.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a ticket type can be had: from (at once, if null) until just before (the event's start, if null). */
public record SalesWindow(@Nullable Instant from, @Nullable Instant until) {

    boolean isOpen(Instant now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }

    SalesWindow shifted(WallClock wallClock) {
        return new SalesWindow(wallClock.shiftOrNull(from), wallClock.shiftOrNull(until));
    }

    boolean isEmpty() {
        return from != null && until != null && !from.isBefore(until);
    }
}
