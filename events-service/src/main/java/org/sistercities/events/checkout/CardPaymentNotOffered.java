package org.sistercities.events.checkout;

import org.sistercities.platform.problem.Rejection;

/** No payment provider is configured. */
final class CardPaymentNotOffered extends Rejection {
    CardPaymentNotOffered() {
        super(Reason.CONFLICT, "Payment by card is not offered here.");
    }
}
