package org.sistercities.events.registration;

import org.sistercities.platform.problem.Rejection;

/** The event has a quota of this name already. */
public final class QuotaExists extends Rejection {
    QuotaExists(String quota) {
        super(Reason.CONFLICT, "This event has a quota " + quota + " already.");
    }
}
