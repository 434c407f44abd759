package org.sistercities.content.markdown;

import org.sistercities.platform.problem.Rejection;

/** The text would take more to show than any text people read. */
public final class TooComplex extends Rejection {
    TooComplex(String what) {
        super(Reason.INVALID, "The text has " + what + ".");
    }
}
