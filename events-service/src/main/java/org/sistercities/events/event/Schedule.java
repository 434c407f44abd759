package org.sistercities.events.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * When an event and the parts of its programme take place.
 *
 * @param zone of the venue; all times are shown in it
 * @param startsAt when its first part begins
 */
public record Schedule(ZoneId zone, Instant startsAt, Instant endsAt, List<ProgrammeItem> programme) {

    /**
     * Refuses what cannot take place.
     *
     * @throws EndsBeforeItStarts when the event or a part of it has no duration
     * @throws OutsideTheEvent when a part begins or ends while the event does not take place
     */
    void check() {
        if (!startsAt.isBefore(endsAt)) throw new EndsBeforeItStarts("The event");
        for (var item : programme) {
            if (item.endsAt() != null && !item.startsAt().isBefore(item.endsAt()))
                throw new EndsBeforeItStarts(item.title());
            if (isOutside(item.startsAt()) || isOutside(item.endsAt())) throw new OutsideTheEvent(item.title());
        }
    }

    /** The same programme from another start on, at the same times of the clock on the wall. */
    Schedule shifted(WallClock wallClock) {
        return new Schedule(
                zone,
                wallClock.shift(startsAt),
                wallClock.shift(endsAt),
                programme.stream().map(item -> item.shifted(wallClock)).toList());
    }

    private boolean isOutside(@Nullable Instant time) {
        return time != null && (time.isBefore(startsAt) || time.isAfter(endsAt));
    }

    /** It would be over before it has begun. */
    public static final class EndsBeforeItStarts extends Rejection {
        EndsBeforeItStarts(String what) {
            super(Reason.INVALID, what + " must end after it starts.");
        }
    }

    /** A part of the programme lies before the event's start or after its end. */
    public static final class OutsideTheEvent extends Rejection {
        OutsideTheEvent(String item) {
            super(Reason.INVALID, item + " lies before the event's start or after its end.");
        }
    }
}
