package org.sistercities.platform.aggregate;

import org.sistercities.platform.problem.Rejection;

/** Something with this id or unique property exists already. */
public final class AlreadyExists extends Rejection {
    public AlreadyExists(String kind, String id) {
        super(Reason.CONFLICT, "A " + kind + " like " + id + " exists already.");
    }
}
