package org.sistercities.events.message;

import java.time.Instant;
import org.sistercities.platform.aggregate.Change;

/**
 * What an event's guests have been told of its time and place.
 *
 * @param sequence of the event's news that said so
 */
record Told(String eventId, Instant startsAt, String zone, String venue, long sequence) {

    boolean isAnotherTimeOrPlace(Told before) {
        return !startsAt.equals(before.startsAt) || !zone.equals(before.zone) || !venue.equals(before.venue);
    }

    Change<Told> then(Told next) {
        return next.sequence > sequence ? Change.of(next) : Change.none(this);
    }
}
