package org.sistercities.events.event;

import java.util.List;
import org.sistercities.platform.problem.Rejection;

/** The event has no such ticket type. */
public final class UnknownTicketType extends Rejection {
    UnknownTicketType(String id, List<TicketType> known) {
        super(Reason.INVALID, "This event has no ticket type " + id + ".");
        with("ticketTypes", known.stream().map(TicketType::id).toList());
    }
}
