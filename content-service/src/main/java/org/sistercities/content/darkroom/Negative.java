package org.sistercities.content.darkroom;

import java.nio.BufferUnderflowException;

/**
 * A file somebody sent, looked at but not decoded: what it is, how large and which way up. Of its parts it keeps those a picture
 * is made of, so that no decoder ever sees the others: places, names, thumbnails, what is hidden behind the end.
 */
public final class Negative {
    static final long MOST_PIXELS = 60_000_000;
    static final long MOST_AT_ONCE = 24_000_000; // where decoders cannot help holding all of it
    private static final int LONGEST_SIDE = 30_000;

    private final Format format;
    private final int width;
    private final int height;
    private final int bytesPerPixel;
    private final Orientation orientation;
    private final byte[] bytes;

    Negative(Format format, int width, int height, int bytesPerPixel, Orientation orientation, byte[] bytes) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.bytesPerPixel = bytesPerPixel;
        this.orientation = orientation;
        this.bytes = bytes;
    }

    /** Looks at a file. Anything that is no whole, still picture of a reasonable size is refused, see {@link Unusable}. */
    public static Negative of(byte[] file) {
        try {
            return switch (Format.of(file)) {
                case JPEG -> new JpegFile(file).read();
                case PNG -> new PngFile(file).read();
                case WEBP -> new WebpFile(file).read();
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new Unusable.ImageDamaged("it ends too early");
        }
    }

    /** @param most pixels its decoder can be given */
    static void mustBeReasonable(int width, int height, long most) {
        if (width < 1 || height < 1) throw new Unusable.ImageDamaged("it has no pixels");
        if ((long) width * height > most || Math.max(width, height) > LONGEST_SIDE)
            throw new Unusable.TooManyPixels(width, height, most);
    }

    Format format() {
        return format;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How much a decoded pixel takes, at most. */
    int bytesPerPixel() {
        return bytesPerPixel;
    }

    Orientation orientation() {
        return orientation;
    }

    byte[] bytes() {
        return bytes;
    }
}
