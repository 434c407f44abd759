package org.sistercities.events.payment;

import org.sistercities.platform.problem.Rejection;

/** The provider sends this money back, so nobody else does, lest it go back twice. */
final class SentByTheProvider extends Rejection {
    SentByTheProvider() {
        super(Reason.CONFLICT, "The payment provider sends this money back by itself; do not send it, too.");
    }
}
