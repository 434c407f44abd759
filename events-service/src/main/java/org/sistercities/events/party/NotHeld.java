package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** Only held places are confirmed, and only a hold is extended. */
public final class NotHeld extends Rejection {
    NotHeld(Status status) {
        super(Reason.CONFLICT, "No places are held for this registration: it is " + status + ".");
        with("status", status);
    }
}
