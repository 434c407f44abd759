package org.sistercities.content.reading;

import org.sistercities.platform.problem.Rejection;

/** This replica has not read all stories yet. */
public final class StillLoading extends Rejection {
    StillLoading() {
        super(Reason.TRY_AGAIN, "The stories are still being read; ask again in a moment.");
    }
}
