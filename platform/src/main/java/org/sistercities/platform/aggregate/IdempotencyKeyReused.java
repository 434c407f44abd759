package org.sistercities.platform.aggregate;

import org.sistercities.platform.problem.Rejection;

/** The key was used before for another request. */
public final class IdempotencyKeyReused extends Rejection {
    public IdempotencyKeyReused(String key) {
        super(Reason.INVALID, "Idempotency-Key " + key + " was used before for a different request.");
    }
}
