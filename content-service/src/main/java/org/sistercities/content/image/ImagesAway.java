package org.sistercities.content.image;

import org.sistercities.platform.problem.Rejection;

/** The store of images does not answer, or not with the whole image. */
final class ImagesAway extends Rejection {
    ImagesAway() {
        super(Reason.TRY_AGAIN, "The store of images does not answer; ask again, with the same Idempotency-Key.");
    }
}
