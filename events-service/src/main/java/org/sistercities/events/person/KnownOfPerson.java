package org.sistercities.events.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Invited;
import org.sistercities.events.party.Party;
import org.sistercities.events.party.Payment;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Status;

/** All that is known of somebody, as a copy for them. */
record KnownOfPerson(List<Item> registrations) {

    /** One registration or invitation: what was told, and what has happened. */
    record Item(
            String id,
            String eventId,
            String event,
            Instant startsAt,
            Status status,
            Instant registeredAt,
            Party party,
            @Nullable Invited invitation,
            @Nullable Payment payment,
            List<Entry> history) {

        static Item of(Registration registration, String event, Instant startsAt, Instant now) {
            return new Item(
                    registration.id(),
                    registration.eventId(),
                    event,
                    startsAt,
                    registration.standing().at(now),
                    registration.registeredAt(),
                    registration.party(),
                    registration.invited(),
                    registration.payment(),
                    registration.history());
        }
    }
}
