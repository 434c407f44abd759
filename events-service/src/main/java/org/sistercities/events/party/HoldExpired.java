package org.sistercities.events.party;

import java.time.Instant;
import org.sistercities.platform.problem.Rejection;

/** The places were held until then, and not confirmed in time. */
public final class HoldExpired extends Rejection {
    HoldExpired(Instant until) {
        super(
                Reason.CONFLICT,
                "The time to confirm ran out at " + until + "; the places may be somebody else's by now.");
        with("until", until);
    }
}
