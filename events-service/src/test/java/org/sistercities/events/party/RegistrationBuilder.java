package org.sistercities.events.registration;

import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Tickets;
import org.sistercities.platform.aggregate.IdempotencyKey;

/** Parties for specifications: who they are, what they ask for, and what they get. */
final class RegistrationBuilder {
    static final Event GALA =
            aGala().with("gala", "ballroom").with("vip", "ballroom", "vip-room").build();

    private final String key;
    private final List<Tickets> tickets = new ArrayList<>();
    private List<String> guests = List.of();

    private RegistrationBuilder(String key) {
        this.key = key;
    }

    static RegistrationBuilder aParty(String key) {
        return new RegistrationBuilder(key);
    }

    RegistrationBuilder of(int count, String ticketType) {
        tickets.add(new Tickets(ticketType, count));
        return this;
    }

    RegistrationBuilder naming(String... names) {
        guests = Arrays.asList(names);
        return this;
    }

    RegisterParty request() {
        return new RegisterParty(new Contact("Maria " + key, key + "@example.org"), List.copyOf(tickets), guests);
    }

    Arrival arrives() {
        var idempotencyKey = new IdempotencyKey(key);
        return new Arrival(idempotencyKey, idempotencyKey.of(request().toString()), request());
    }

    Registration at(Event event) {
        var arrival = arrives();
        return Registration.confirmed(
                arrival.registrationId(event.id()),
                event,
                request(),
                arrival.request().hash(),
                NOON);
    }

    Registration confirmed() {
        return at(GALA);
    }
}
