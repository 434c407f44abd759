package org.sistercities.events.event;

import java.time.Instant;
import java.util.Objects;
import org.sistercities.platform.problem.Rejection;

/** It is too early or too late for a ticket of this type. */
public final class NotOnSale extends Rejection {
    NotOnSale(TicketType type, Instant startsAt) {
        super(Reason.CONFLICT, type.name() + " is not on sale now.");
        with("ticketType", type.id());
        if (type.sales().from() != null) with("from", type.sales().from());
        with("until", Objects.requireNonNullElse(type.sales().until(), startsAt));
    }
}
