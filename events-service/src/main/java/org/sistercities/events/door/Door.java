package org.sistercities.events.door;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.party.Invited;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.events.registration.Registrations;
import org.sistercities.events.ticket.KeyRing;
import org.sistercities.events.ticket.SigningKeys;
import org.sistercities.events.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Decides who is let in: the ticket is ours and for this event, the registration gives the right to enter, the doors are open. */
@Component
class Door {
    private final KeyRing keyRing;
    private final Registrations registrations;
    private final DoorProperties properties;
    private final Clock clock;

    Door(KeyRing keyRing, Registrations registrations, DoorProperties properties, Clock clock) {
        this.keyRing = keyRing;
        this.registrations = registrations;
        this.properties = properties;
        this.clock = clock;
    }

    SigningKeys keys() {
        return keyRing.keys();
    }

    /**
     * The ticket that is shown, if it is genuine.
     *
     * @throws EntryRefused as unknown or forged
     */
    static Ticket genuine(String text, SigningKeys keys) {
        var shown = keys.read(text.strip()).orElseThrow(() -> new EntryRefused(Refusal.UNKNOWN));
        if (!shown.genuine()) throw new EntryRefused(Refusal.FORGED);
        return shown.ticket();
    }

    /**
     * The admission of a guest by this scan, not stored yet. A scan that claims to lie ahead is one of now.
     *
     * @throws EntryRefused when there is a reason not to let the guest in
     */
    Admission admission(Event event, Ticket ticket, Scan scan) {
        if (!ticket.eventId().equals(event.id())) throw new EntryRefused(Refusal.WRONG_EVENT);
        var party = registrations.party(ticket.registrationId()).orElseThrow(() -> new EntryRefused(Refusal.UNKNOWN));
        var guest = party.guest(ticket.guest()).orElseThrow(() -> new EntryRefused(Refusal.UNKNOWN));
        if (!party.eventId().equals(event.id())) throw new EntryRefused(Refusal.WRONG_EVENT);
        mustBeEntitled(event, party);
        var at = earlier(scan.at(), clock.instant()).truncatedTo(ChronoUnit.MILLIS); // as it is stored
        var doors = event.startsAt().minus(properties.opensBefore());
        if (at.isBefore(doors)) throw EntryRefused.before(doors);
        return new Admission(
                ticket.id(),
                event.id(),
                party.registrationId(),
                guest.number(),
                guest.ticketType(),
                List.of(new Scan(scan.id(), at, scan.by())),
                List.of());
    }

    /** What the guest is invited as, if it was an invitation: whom the house receives how. */
    @Nullable
    Invited invited(Ticket ticket) {
        return registrations
                .party(ticket.registrationId())
                .map(KnownParty::invited)
                .orElse(null);
    }

    private static void mustBeEntitled(Event event, KnownParty party) {
        if (event.cancellation() != null) throw new EntryRefused(Refusal.CANCELLED);
        switch (party.right()) {
            case TO_ENTER -> {}
            case AFTER_PAYMENT -> throw new EntryRefused(Refusal.UNPAID);
            case WITHDRAWN -> throw new EntryRefused(Refusal.CANCELLED);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
