package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** Only what awaits approval is approved or rejected, and only what is to be paid is paid. */
public final class NotAwaited extends Rejection {
    NotAwaited(String what, Status status) {
        super(Reason.CONFLICT, "This registration awaits no " + what + ": it is " + status + ".");
        with("status", status);
    }
}
