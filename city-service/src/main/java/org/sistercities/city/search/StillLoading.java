package org.sistercities.city.search;

import org.sistercities.platform.problem.Rejection;

/** This replica has just started and does not know all cities yet. */
final class StillLoading extends Rejection {
    StillLoading() {
        super(Reason.TRY_AGAIN, "The cities are still being loaded; ask again in a few seconds.");
    }
}
