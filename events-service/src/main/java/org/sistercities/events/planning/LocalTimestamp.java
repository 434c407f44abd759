package org.sistercities.events.planning;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * A time as a request gives it: with the offset of the venue's zone, so that no local time is doubtful where clocks are changed, or
 * in UTC with a Z, which says nothing about any zone (RFC 9557, 2).
 */
record LocalTimestamp(@JsonValue String text, OffsetDateTime time) {

    /** Of an object, which is no time, nothing would be taken. */
    LocalTimestamp {
        requireNonNull(text);
        requireNonNull(time);
    }

    @JsonCreator
    static LocalTimestamp of(String text) {
        return new LocalTimestamp(text, OffsetDateTime.parse(text));
    }

    /**
     * The instant it stands for.
     *
     * @throws OffsetOfAnotherZone when the zone has another offset then, so somebody has the wrong time in mind
     */
    Instant in(ZoneId zone) {
        var instant = time.toInstant().truncatedTo(ChronoUnit.MILLIS); // as it is stored
        var there = instant.atZone(zone).toOffsetDateTime();
        if (!text.endsWith("Z") && !there.getOffset().equals(time.getOffset()))
            throw new OffsetOfAnotherZone(text, zone, there);
        return instant;
    }

    static @Nullable Instant orNull(@Nullable LocalTimestamp timestamp, ZoneId zone) {
        return timestamp == null ? null : timestamp.in(zone);
    }

    /** The venue's zone does not have this offset at this time. */
    static final class OffsetOfAnotherZone extends Rejection {
        OffsetOfAnotherZone(String text, ZoneId zone, OffsetDateTime there) {
            super(Reason.INVALID, text + " is " + there + " in " + zone + "; say which of the two you mean.");
            with("there", there.toString());
        }
    }
}
