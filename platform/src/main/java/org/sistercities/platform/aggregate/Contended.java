package org.sistercities.platform.aggregate;

import org.sistercities.platform.problem.Rejection;

/** Too many others changed the same aggregate at the same time; nothing was done. */
public final class Contended extends Rejection {
    public Contended(String kind, String id) {
        super(Reason.TRY_AGAIN, "Too many changes to " + kind + " " + id + " at once; nothing was done, ask again.");
    }
}
