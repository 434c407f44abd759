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

    record Tickets(String ticketType, int count) {}

    record Contact(String name, String email) {}

    record Guest(int number, String ticketType, @Nullable String name) {}

    record Guests(List<Guest> items) {}
}
