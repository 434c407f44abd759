package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** Only offered places are accepted. */
public final class NotOffered extends Rejection {
    NotOffered(Status status) {
        super(Reason.CONFLICT, "No places are offered to this registration: it is " + status + ".");
        with("status", status);
    }
}
