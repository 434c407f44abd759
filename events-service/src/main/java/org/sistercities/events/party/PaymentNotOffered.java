package org.sistercities.events.party;

import org.sistercities.events.event.Money;
import org.sistercities.events.event.Price;
import org.sistercities.platform.problem.Rejection;

/** The tickets cost something, and this service cannot take money yet. */
public final class PaymentNotOffered extends Rejection {
    PaymentNotOffered(Money total) {
        super(Reason.CONFLICT, "These tickets cost " + total + ", and payment is not offered yet.");
        with("total", Price.of(total));
    }
}
