package org.sistercities.events.payment;

import org.sistercities.platform.problem.Rejection;

/** The money pays for places; cancel the registration first. */
final class NoRefundDue extends Rejection {
    NoRefundDue() {
        super(Reason.CONFLICT, "This payment is for places the party has; it goes back when they are cancelled.");
    }
}
