package org.sistercities.events.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One part of the evening, such as the VIP reception.
 *
 * @param endsAt null when it flows into the next one
 * @param room one of the venue's; null when it takes place all over the house
 */
public record ProgrammeItem(
        String title,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String room) {

    public ProgrammeItem(String title, Instant startsAt) {
        this(title, startsAt, null, null);
    }

    ProgrammeItem shifted(WallClock wallClock) {
        return new ProgrammeItem(title, wallClock.shift(startsAt), wallClock.shiftOrNull(endsAt), room);
    }
}
