package org.sistercities.platform.aggregate;

import org.sistercities.platform.problem.Rejection;

/** The aggregate has changed since the caller read it; nothing was overwritten. */
public final class StaleRevision extends Rejection {
    public StaleRevision(long current) {
        super(
                Reason.STALE,
                "It has changed since you read it; the current revision is " + current + ". Read it again.");
    }
}
