package org.sistercities.events.person;

import java.time.Instant;
import java.util.Locale;
import org.sistercities.contracts.EventsDomainEvent.Erased;
import org.sistercities.contracts.EventsDomainEvent.PersonalDataErased;
import org.sistercities.platform.aggregate.Change;

/**
 * Personal data of an event's guests have been erased on schedule. It is written when all is done, so a crash before has it done again,
 * which changes nothing that is done.
 *
 * @param registrations how many were changed, by whoever came to the end first
 */
record Erasure(String eventId, Erased what, int registrations, Instant at) {

    static String id(String eventId, Erased what) {
        return eventId + "-" + what.name().toLowerCase(Locale.ROOT);
    }

    Change<Erasure> done() {
        return Change.of(this, new PersonalDataErased(id(eventId, what), eventId, what, registrations, at));
    }
}
