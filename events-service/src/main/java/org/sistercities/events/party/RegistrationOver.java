package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** What is cancelled, rejected or expired stays so. */
public final class RegistrationOver extends Rejection {
    RegistrationOver(Status status) {
        super(Reason.CONFLICT, "The registration is " + status + ", and nothing can follow.");
        with("status", status);
    }
}
