package org.sistercities.events.registration;

import org.sistercities.platform.problem.Rejection;

/** A quota is never cut below the places parties have. */
public final class BelowWhatIsTaken extends Rejection {
    BelowWhatIsTaken(String quota, int taken, int held) {
        super(Reason.CONFLICT, taken + " places of " + quota + " are taken and " + held + " held.");
        with("taken", taken);
        with("held", held);
    }
}
