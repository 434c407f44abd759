package org.sistercities.events.party;

import org.sistercities.events.event.Money;
import org.sistercities.platform.problem.Rejection;

/** What is paid is not changed to tickets that cost more, nor what is invoiced or being paid to tickets of another price. */
public final class PriceWouldChange extends Rejection {
    PriceWouldChange(Money from, Money to) {
        super(
                Reason.CONFLICT,
                "These tickets cost " + to + " instead of " + from + "; that is for the events team to settle.");
    }
}
