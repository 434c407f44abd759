package org.sistercities.events.event;

import java.util.List;

/** What a guest may attend and at what price. Each ticket takes one place from every one of its quotas. */
public record TicketType(
        String id, String name, Money price, List<String> quotas, SalesWindow sales, PartySize partySize) {

    TicketType on(SalesWindow window) {
        return new TicketType(id, name, price, quotas, window, partySize);
    }
}
