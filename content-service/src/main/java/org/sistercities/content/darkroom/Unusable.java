package org.sistercities.content.darkroom;

import org.sistercities.platform.problem.Rejection;

/** Why no picture is made of a file. */
public final class Unusable {
    private Unusable() {}

    /** The file is neither JPEG nor PNG nor WebP, whatever it is called. */
    public static final class NotAnImage extends Rejection {
        NotAnImage() {
            super(Reason.INVALID, "The file is no JPEG, PNG or WebP image.");
        }
    }

    /** It begins like an image and is not a whole one. */
    public static final class ImageDamaged extends Rejection {
        ImageDamaged(String how) {
            super(Reason.INVALID, "The image is damaged: " + how + ".");
        }
    }

    /** It would take more memory or time to decode than any photo for a page needs. */
    public static final class TooManyPixels extends Rejection {
        TooManyPixels(int width, int height, long most) {
            super(Reason.INVALID, "The image has too many pixels; make it smaller.");
            with("width", width);
            with("height", height);
            with("mostPixels", most);
        }
    }

    /** Pictures stand still. */
    public static final class AnimatedImage extends Rejection {
        AnimatedImage() {
            super(Reason.INVALID, "The image is animated; send one picture of it.");
        }
    }

    /** More images are being worked on than there is memory for. */
    public static final class TooManyUploads extends Rejection {
        public TooManyUploads() {
            super(Reason.TRY_AGAIN, "Too many images are being uploaded at once; try again in a moment.");
        }
    }
}
