package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** The tickets cost nothing, so they are confirmed and not paid. */
public final class NothingToPay extends Rejection {
    NothingToPay() {
        super(Reason.CONFLICT, "These tickets cost nothing: confirm them.");
    }
}
