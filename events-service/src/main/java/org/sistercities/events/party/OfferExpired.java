package org.sistercities.events.party;

import java.time.Instant;
import org.sistercities.platform.problem.Rejection;

/** The places were offered until then, and not taken in time. */
public final class OfferExpired extends Rejection {
    OfferExpired(Instant until) {
        super(Reason.CONFLICT, "The offer was open until " + until + ".");
        with("until", until);
    }
}
