package org.sistercities.events.party;

import java.time.Instant;
import org.sistercities.platform.problem.Rejection;

/** The hold has been extended before. */
public final class AlreadyExtended extends Rejection {
    AlreadyExtended(Instant until) {
        super(Reason.CONFLICT, "A hold is extended once; this one ends at " + until + ".");
        with("until", until);
    }
}
