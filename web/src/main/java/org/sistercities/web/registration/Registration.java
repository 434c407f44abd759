package org.sistercities.web.registration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.event.EventPage.Price;

/** A registration as its party sees it. */
record Registration(
        String id,
        String eventId,
        String status,
        @Nullable Instant until,
        int places,
        List<Tickets> tickets,
        Price total,
        @Nullable Integer position,
        @Nullable String token,
        @Nullable Contact contact,
        @Nullable List<String> guests) {

    /** How many it has of a ticket type. */
    public int count(String ticketType) {
        return tickets.stream()
                .filter(some -> some.ticketType().equals(ticketType))
                .mapToInt(Tickets::count)
                .sum();
    }

    /** Whether its party may still have more, fewer or other tickets, or hand it on. */
    public boolean isChangeable() {
        return List.of("CONFIRMED", "AWAITING_PAYMENT", "WAITLISTED").contains(status);
    }

    /** Whether money may be awaited. */
    boolean isToBePaid() {
        return !total.isFree() && List.of("HELD", "OFFERED", "AWAITING_PAYMENT").contains(status);
    }

    /** The last page to pay on. */
    record Checkout(String status, @Nullable String url) {}

    record Tickets(String ticketType, int count) {}

    record Contact(String name, String email) {}
}
