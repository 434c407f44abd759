package org.sistercities.events.registration;

import org.sistercities.platform.problem.Rejection;

/** No further party can wait for this event. */
final class WaitingListFull extends Rejection {
    WaitingListFull(int parties) {
        super(Reason.CONFLICT, "Sold out, and " + parties + " parties wait already; no more can.");
    }
}
