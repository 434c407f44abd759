package org.sistercities.events.party;

import org.sistercities.events.event.Money;
import org.sistercities.events.event.Price;
import org.sistercities.platform.problem.Rejection;

/** The tickets cost something, and invoices are not written for this event. */
public final class PaymentNotOffered extends Rejection {
    PaymentNotOffered(Money total) {
        super(
                Reason.CONFLICT,
                "These tickets cost " + total
                        + ", and invoices are not written for this event: hold them, and pay by card.");
        with("total", Price.of(total));
    }
}
