package org.sistercities.events.party;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.sistercities.contracts.EventsDomainEvent;
import org.sistercities.contracts.EventsDomainEvent.Lapsed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationCancelled;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationExpired;
import org.sistercities.contracts.EventsDomainEvent.RegistrationOffered;
import org.sistercities.contracts.EventsDomainEvent.RegistrationWaitlisted;
import org.sistercities.contracts.EventsDomainEvent.Tickets;
import org.sistercities.platform.aggregate.Change;

/** What the world is told of a registration. That places are held is between the party and the house. */
final class News {
    private News() {}

    static Change<Registration> born(Registration registration) {
        return ofStatus(registration, registration.history().getLast());
    }

    static Change<Registration> of(Transition step, Registration after) {
        return ofStatus(after, step.entry());
    }

    private static Change<Registration> ofStatus(Registration r, Entry entry) {
        var id = r.id();
        var event = r.eventId();
        int places = r.order().claim().places();
        var at = entry.at();
        var tickets = tickets(r);
        return switch (r.standing().status()) {
            case HELD, AWAITING_PAYMENT, AWAITING_APPROVAL, REJECTED -> Change.none(r);
            case CONFIRMED -> Change.of(r, new RegistrationConfirmed(id, event, tickets, places, at));
            case WAITLISTED -> Change.of(r, new RegistrationWaitlisted(id, event, tickets, places, at));
            case OFFERED -> Change.of(r, new RegistrationOffered(id, event, tickets, places, until(r), at));
            case CANCELLED -> {
                boolean byParty = entry.by().equals(Entry.GUEST);
                yield Change.of(r, new RegistrationCancelled(id, event, tickets, places, byParty, at));
            }
            case EXPIRED -> Change.of(r, new RegistrationExpired(id, event, tickets, places, lapsed(entry), at));
        };
    }

    private static Instant until(Registration registration) {
        return Objects.requireNonNull(registration.standing().until());
    }

    private static Lapsed lapsed(Entry entry) {
        return switch (Status.valueOf(Objects.requireNonNull(entry.detail()))) {
            case OFFERED -> Lapsed.OFFER;
            case AWAITING_PAYMENT -> Lapsed.PAYMENT;
            default -> Lapsed.HOLD;
        };
    }

    private static List<Tickets> tickets(Registration registration) {
        return registration.order().tickets().stream()
                .map(some -> new EventsDomainEvent.Tickets(some.ticketType(), some.count()))
                .toList();
    }
}
