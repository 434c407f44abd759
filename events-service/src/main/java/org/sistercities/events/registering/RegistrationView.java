package org.sistercities.events.registration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Price;
import org.sistercities.events.event.Tickets;

/** A registration as it is shown; contact and guests to the events team only. */
record RegistrationView(
        String id,
        String eventId,
        Registration.Status status,
        int places,
        List<Tickets> tickets,
        Price total,
        Instant confirmedAt,
        @Nullable Contact contact,
        @Nullable List<String> guests) {

    static RegistrationView withoutPersonalData(Registration registration) {
        return of(registration, null, null);
    }

    static RegistrationView complete(Registration registration) {
        return of(registration, registration.contact(), registration.guests());
    }

    private static RegistrationView of(
            Registration registration, @Nullable Contact contact, @Nullable List<String> guests) {
        return new RegistrationView(
                registration.id(),
                registration.eventId(),
                registration.status(),
                registration.claim().places(),
                registration.tickets(),
                Price.of(registration.claim().total()),
                registration.confirmedAt(),
                contact,
                guests);
    }
}
