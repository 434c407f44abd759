package org.sistercities.events.registering;

import org.sistercities.platform.problem.Rejection;

/** Neither the party's own link nor somebody of the events team. */
public final class NotYourRegistration extends Rejection {
    NotYourRegistration() {
        super(Reason.NOT_ALLOWED, "Send the Registration-Token you were given, or sign in as one of the events team.");
    }
}
