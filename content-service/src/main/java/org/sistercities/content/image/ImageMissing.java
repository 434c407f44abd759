package org.sistercities.content.image;

import org.sistercities.platform.problem.Rejection;

/** What is to be published names an image that was never there, is gone, or is about to go. */
public final class ImageMissing extends Rejection {
    ImageMissing(String id) {
        super(Reason.CONFLICT, "There is no image " + id + ", or not for long.");
        with("image", id);
    }
}
