package org.sistercities.events.party;

import org.sistercities.events.event.TicketType;
import org.sistercities.platform.problem.Rejection;

/** Tickets the events team approves are asked for by registering, not had by changing others into them. */
public final class ApprovalNeeded extends Rejection {
    ApprovalNeeded(TicketType type) {
        super(Reason.CONFLICT, type.name() + " is given by approval; register for it, or ask the events team.");
        with("ticketType", type.id());
    }
}
