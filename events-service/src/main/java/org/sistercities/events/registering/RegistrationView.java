package org.sistercities.events.registering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Price;
import org.sistercities.events.event.Tickets;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Status;
import org.sistercities.events.payment.PaymentView;

/**
 * A registration as it is shown; contact and guests to the party itself and the events team only.
 *
 * @param until when places that are only kept will be given up
 * @param position in line, from 1, of a party that waits
 * @param token of the party's own link, told when it registers
 */
record RegistrationView(
        String id,
        String eventId,
        Status status,
        @Nullable Instant until,
        int places,
        List<Tickets> tickets,
        Price total,
        Instant registeredAt,
        @Nullable Instant confirmedAt,
        @Nullable Integer position,
        @Nullable String token,
        @Nullable Contact contact,
        @Nullable List<String> guests,
        @Nullable PaymentView payment) {

    /** What whoever registers is told: also where to come back. */
    static RegistrationView withToken(Registration registration, String token, Instant now) {
        return of(registration, token, false, now);
    }

    static RegistrationView complete(Registration registration, Instant now) {
        return of(registration, null, true, now);
    }

    private static RegistrationView of(Registration r, @Nullable String token, boolean people, Instant now) {
        var standing = r.standing();
        var claim = r.order().claim();
        return new RegistrationView(
                r.id(),
                r.eventId(),
                standing.at(now),
                standing.until(),
                claim.places(),
                r.order().tickets(),
                Price.of(claim.total()),
                r.registeredAt(),
                standing.status() == Status.CONFIRMED ? standing.since() : null,
                null,
                token,
                people ? r.party().contact() : null,
                people ? r.party().names() : null,
                people ? PaymentView.of(r.payment()) : null);
    }

    /** The same, with where the party stands in line. */
    RegistrationView at(int line) {
        return new RegistrationView(
                id,
                eventId,
                status,
                until,
                places,
                tickets,
                total,
                registeredAt,
                confirmedAt,
                line,
                token,
                contact,
                guests,
                payment);
    }
}
