package org.sistercities.content.darkroom;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a picture must be turned to stand upright; of all that EXIF says, the one thing a page needs. */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    TRANSPOSED,
    TURN_RIGHT,
    TRANSVERSED,
    TURN_LEFT;

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** What an EXIF block (TIFF) says; upright when it says nothing that can be read. */
    static Orientation of(byte[] tiff, int offset, int length) {
        if (length < 8) return UPRIGHT;
        var exif = ByteBuffer.wrap(tiff, offset, length).slice();
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        if (directory < 8 || directory > length - 2) return UPRIGHT;
        int entries = Short.toUnsignedInt(exif.getShort(directory));
        for (int i = 0; i < entries && directory + 2 + (i + 1) * ENTRY <= length; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(exif.getShort(entry)) == TAG) return numbered(exif.getShort(entry + 8));
        }
        return UPRIGHT;
    }

    /** As EXIF counts them, from 1. */
    private static Orientation numbered(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean isSideways() {
        return switch (this) {
            case TRANSPOSED, TURN_RIGHT, TRANSVERSED, TURN_LEFT -> true;
            case UPRIGHT, MIRRORED, UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED -> false;
        };
    }

    /** Brings a picture of this size upright, into the quadrant where coordinates are positive. */
    AffineTransform upright(int width, int height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case UPSIDE_DOWN_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, height);
            case TRANSPOSED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case TURN_RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case TRANSVERSED -> new AffineTransform(0, -1, -1, 0, height, width);
            case TURN_LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
