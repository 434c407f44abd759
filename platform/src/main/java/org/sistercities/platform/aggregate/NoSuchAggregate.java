package org.sistercities.platform.aggregate;

import org.sistercities.platform.problem.Rejection;

/** There is nothing under this id. */
public final class NoSuchAggregate extends Rejection {
    public NoSuchAggregate(String kind, String id) {
        super(Reason.NOT_FOUND, "There is no " + kind + " with id " + id + ".");
    }
}
