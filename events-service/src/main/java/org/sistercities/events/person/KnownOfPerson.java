package org.sistercities.events.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Invited;
import org.sistercities.events.party.Party;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Status;
import org.sistercities.events.payment.PaymentView;

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
            @Nullable PaymentView payment,
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
                    PaymentView.of(registration.payment()),
                    registration.history());
        }
    }
}
