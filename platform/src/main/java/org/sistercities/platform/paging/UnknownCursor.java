package org.sistercities.platform.paging;

import org.sistercities.platform.problem.Rejection;

/** The cursor is none that an answer of ours has named as {@code next}. */
public final class UnknownCursor extends Rejection {
    UnknownCursor() {
        super(Reason.MALFORMED, "The cursor must be the \"next\" of an earlier page, unchanged.");
    }
}
