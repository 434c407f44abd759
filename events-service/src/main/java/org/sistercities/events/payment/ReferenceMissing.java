package org.sistercities.events.payment;

import org.sistercities.platform.problem.Rejection;

/** What came by transfer goes back by hand, and by what is said. */
final class ReferenceMissing extends Rejection {
    ReferenceMissing() {
        super(Reason.INVALID, "A transfer goes back by hand: send the reference of yours.");
    }
}
