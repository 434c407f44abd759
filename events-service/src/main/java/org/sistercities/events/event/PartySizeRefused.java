package org.sistercities.events.event;

import org.sistercities.platform.problem.Rejection;

/** Too many or too few tickets of one type for one party. */
public final class PartySizeRefused extends Rejection {
    PartySizeRefused(TicketType type, int count) {
        super(
                Reason.INVALID,
                "One party may have %d to %d of %s, not %d."
                        .formatted(type.partySize().min(), type.partySize().max(), type.name(), count));
        with("ticketType", type.id());
        with("min", type.partySize().min());
        with("max", type.partySize().max());
    }
}
