package org.sistercities.events.guests;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.events.ticket.Ticket;

/**
 * A line of the guest list. Personal data: for the events team only.
 *
 * @param guest number within the party, from 1
 * @param name null as long as the party has not told it
 * @param title of whoever is invited, with {@code organisation}
 * @param status of the registration
 * @param partyOf who speaks for the party; with {@code email} empty while it only holds places
 * @param answers to the event's questions, by their ids
 * @param category as the guest was invited, if at all; with {@code precedence}
 * @param admittedAt null as long as the guest is not in
 */
public record ListedGuest(
        String ticketId,
        String registrationId,
        int guest,
        @Nullable String name,
        @Nullable String title,
        @Nullable String organisation,
        String ticketType,
        String status,
        KnownParty.Right right,
        String partyOf,
        String email,
        Instant registeredAt,
        @Nullable String dietary,
        @Nullable String access,
        Map<String, String> answers,
        @Nullable String category,
        @Nullable Integer precedence,
        @Nullable Instant admittedAt) {

    static ListedGuest of(KnownParty party, KnownParty.Guest guest) {
        var contact = party.contact();
        var invited = party.invited();
        var expected = invited == null || guest.number() > 1 ? null : invited.expected();
        var ticket = new Ticket(party.eventId(), party.registrationId(), guest.number());
        return new ListedGuest(
                ticket.id(),
                party.registrationId(),
                guest.number(),
                guest.name(),
                expected == null ? null : expected.title(),
                expected == null ? null : expected.organisation(),
                guest.ticketType(),
                party.status(),
                party.right(),
                contact == null ? "" : contact.name(),
                contact == null ? "" : contact.email(),
                party.since(),
                guest.dietary(),
                guest.access(),
                guest.answers(),
                invited == null ? null : invited.category(),
                invited == null ? null : invited.precedence(),
                null);
    }

    ListedGuest admitted(@Nullable Instant at) {
        return new ListedGuest(
                ticketId,
                registrationId,
                guest,
                name,
                title,
                organisation,
                ticketType,
                status,
                right,
                partyOf,
                email,
                registeredAt,
                dietary,
                access,
                answers,
                category,
                precedence,
                at);
    }
}
