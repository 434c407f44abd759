package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** Each page to pay on keeps the places a while longer, so there are only so many. */
public final class TooManyCheckouts extends Rejection {
    TooManyCheckouts(int opened) {
        super(Reason.CONFLICT, opened + " pages to pay on were opened for this registration; ask the events team.");
    }
}
