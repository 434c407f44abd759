package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** Money has come for places that are gone. It is recorded, and has to go back. */
public final class RefundDue extends Rejection {
    public RefundDue(Payment payment) {
        super(
                Reason.CONFLICT,
                "The payment is recorded, but there are no places for it any more: refund " + payment.reference()
                        + ".");
        with("reference", payment.reference());
    }
}
