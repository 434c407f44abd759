package org.sistercities.events.registration;

import org.sistercities.platform.problem.Rejection;

/** The code has been used as often as it may be. */
final class CodeUsedUp extends Rejection {
    CodeUsedUp(String code) {
        super(Reason.CONFLICT, "The code " + code + " has been used as often as it may be.");
    }
}
