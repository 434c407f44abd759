package org.sistercities.web.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.event.EventPage.Price;

/** A registration as the events team sees it, with what belongs to it. */
record Party(
        String id,
        String eventId,
        String status,
        int places,
        List<Tickets> tickets,
        Price total,
        Instant registeredAt,
        @Nullable Instant until,
        @Nullable Integer position,
        @Nullable Contact contact) {
    private static final List<String> OVER = List.of("CANCELLED", "EXPIRED", "REJECTED");

    record Tickets(String ticketType, int count) {}

    record Contact(String name, String email) {}

    /** How many it has of a ticket type. */
    public int count(String ticketType) {
        return tickets.stream()
                .filter(some -> some.ticketType().equals(ticketType))
                .mapToInt(Tickets::count)
                .sum();
    }

    /** Whether there is nothing of it left to be changed. */
    public boolean isOver() {
        return OVER.contains(status);
    }

    /** Whether it may have more, fewer or other tickets, or be handed on. */
    public boolean isChangeable() {
        return List.of("CONFIRMED", "AWAITING_PAYMENT", "WAITLISTED").contains(status);
    }

    /** Whether a transfer may come for it; one that is late is noted as well, and goes back if the places are gone. */
    public boolean isToBePaid() {
        return !total.isFree() && List.of("AWAITING_PAYMENT", "EXPIRED").contains(status);
    }

    record Parties(List<Party> items, @Nullable String next) {}

    /** A party in line for places; one that has just joined may still be without a name. */
    record Waiting(
            int position,
            String registrationId,
            @Nullable Instant registeredAt,
            List<Tickets> tickets,
            @Nullable Contact contact) {}

    record WaitingList(List<Waiting> items, @Nullable String next) {}

    /** A line of its history; {@code by} is one of the team, {@code guest} or {@code system}. */
    record Entry(
            Instant at, String by, String what, @Nullable String detail) {}

    record History(List<Entry> items) {}

    /** Money that has come for it, and what has become of that. */
    record Payment(
            String id,
            String registrationId,
            String method,
            String reference,
            Price amount,
            LocalDate receivedOn,
            String state,
            @Nullable String why,
            @Nullable String refund,
            @Nullable String problem) {

        /** Whether somebody has to send it back, and note how. */
        public boolean isSentBackByHand() {
            return List.of("ASIDE", "FAILED").contains(state) || (method.equals("TRANSFER") && state.equals("DUE"));
        }

        /** Whether the provider can be asked to send it back, or to try again. */
        public boolean isSentBackByProvider() {
            return method.equals("CARD") && List.of("ASIDE", "FAILED").contains(state);
        }
    }

    record Payments(List<Payment> items, @Nullable String next) {}

    record Invoice(
            String number,
            String kind,
            Price total,
            LocalDate issuedOn,
            @Nullable String creditedBy) {}

    record Invoices(List<Invoice> items) {}
}
