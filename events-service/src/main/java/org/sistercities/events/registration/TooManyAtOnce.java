package org.sistercities.events.registration;

import org.sistercities.platform.problem.Rejection;

/** More want something of an event than can be served while they wait; nothing was done. */
public final class TooManyAtOnce extends Rejection {
    TooManyAtOnce() {
        super(Reason.TRY_AGAIN, "Too many at once; nothing was done. Ask again with the same Idempotency-Key.");
    }
}
