package org.sistercities.events.guests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.events.ticket.Ticket;

/**
 * A line of the guest list. Personal data: for the events team only.
 *
 * @param guest number within the party, from 1
 * @param name null as long as the party has not told it
 * @param status of the registration
 * @param partyOf who speaks for the party; with {@code email} empty while it only holds places
 * @param admittedAt null as long as the guest is not in
 */
record ListedGuest(
        String ticketId,
        String registrationId,
        int guest,
        @Nullable String name,
        String ticketType,
        String status,
        KnownParty.Right right,
        String partyOf,
        String email,
        Instant registeredAt,
        @Nullable Instant admittedAt) {

    static ListedGuest of(KnownParty party, KnownParty.Guest guest) {
        var contact = party.contact();
        var ticket = new Ticket(party.eventId(), party.registrationId(), guest.number());
        return new ListedGuest(
                ticket.id(),
                party.registrationId(),
                guest.number(),
                guest.name(),
                guest.ticketType(),
                party.status(),
                party.right(),
                contact == null ? "" : contact.name(),
                contact == null ? "" : contact.email(),
                party.since(),
                null);
    }

    ListedGuest admitted(@Nullable Instant at) {
        return new ListedGuest(
                ticketId, registrationId, guest, name, ticketType, status, right, partyOf, email, registeredAt, at);
    }
}
