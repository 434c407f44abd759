package org.sistercities.events.registering;

import org.sistercities.platform.problem.Rejection;

/** What the events team does to a party's registration, it gives a reason for. */
final class ReasonMissing extends Rejection {
    ReasonMissing() {
        super(Reason.INVALID, "Say why: reason is missing.");
    }
}
