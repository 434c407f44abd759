package org.sistercities.events.party;

import java.time.Instant;
import org.sistercities.platform.problem.Rejection;

/** From then on only the events team changes registrations. */
public final class TooLateToChange extends Rejection {
    TooLateToChange(Instant until) {
        super(Reason.CONFLICT, "Parties change their registration until " + until + "; ask the events team.");
        with("until", until);
    }
}
