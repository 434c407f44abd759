package org.sistercities.content.darkroom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A JPEG file, segment by segment. */
final class JpegFile {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int EXIF_HEADER = 6;
    private static final int BARE_JFIF = 14;
    private static final int MOST_SCANS =
            100; // a real progressive one has about ten; each costs a pass over all pixels

    private final byte[] file;
    private final ByteBuffer in;
    private final ByteArrayOutputStream kept;
    private int width;
    private int height;
    private int components;
    private int scans;
    private Orientation orientation = Orientation.UPRIGHT;

    JpegFile(byte[] file) {
        this.file = file;
        this.in = ByteBuffer.wrap(file).position(2);
        this.kept = new ByteArrayOutputStream(file.length);
    }

    Negative read() {
        marker(SOI);
        for (int marker = nextMarker(); marker != EOI; marker = nextMarker()) {
            int length = Short.toUnsignedInt(in.getShort()) - 2;
            if (length < 0 || length > in.remaining()) throw torn();
            int start = in.position();
            in.position(start + length);
            segment(marker, start, length);
            if (marker == SOS) scan();
        }
        if (width == 0 || scans == 0) throw new Unusable.ImageDamaged("there is no picture in it");
        marker(EOI);
        return new Negative(Format.JPEG, width, height, Math.max(components, 3), orientation, kept.toByteArray());
    }

    private void segment(int marker, int start, int length) {
        boolean needed = switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> frame(marker, start);
            case 0xc4, 0xdb, 0xdd, SOS -> true; // tables, restart interval
            case 0xe0 -> Format.begins(file, start, "JFIF\0") && length == BARE_JFIF;
            case 0xe2 -> Format.begins(file, start, "ICC_PROFILE\0");
            case 0xee -> Format.begins(file, start, "Adobe");
            case 0xe1 -> exif(start, length);
            case 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf -> throw new Unusable.NotAnImage();
            default -> false;
        };
        if (!needed) return;
        marker(marker);
        kept.write((length + 2) >> 8);
        kept.write(length + 2);
        kept.write(file, start, length);
    }

    private boolean frame(int marker, int start) {
        if (width != 0) throw new Unusable.ImageDamaged("there are two pictures in it");
        height = Short.toUnsignedInt(in.getShort(start + 1));
        width = Short.toUnsignedInt(in.getShort(start + 3));
        components = file[start + 5];
        Negative.mustBeReasonable(width, height, marker == 0xc2 ? Negative.MOST_AT_ONCE : Negative.MOST_PIXELS);
        return true;
    }

    private boolean exif(int start, int length) {
        if (length > EXIF_HEADER && Format.begins(file, start, "Exif\0\0"))
            orientation = Orientation.of(file, start + EXIF_HEADER, length - EXIF_HEADER);
        return false;
    }

    /** The coded pixels, up to the next marker that is not one of theirs. */
    private void scan() {
        if (++scans > MOST_SCANS) throw new Unusable.ImageDamaged("it is drawn in too many passes");
        int start = in.position();
        int end = start;
        while (file[end] != (byte) 0xff || isOfScan(file[end + 1])) end++;
        kept.write(file, start, end - start);
        in.position(end);
    }

    private static boolean isOfScan(byte behind) {
        return behind == 0 || (behind >= (byte) 0xd0 && behind <= (byte) 0xd7);
    }

    private int nextMarker() {
        if (in.get() != (byte) 0xff) throw torn();
        int marker = Byte.toUnsignedInt(in.get());
        while (marker == 0xff) marker = Byte.toUnsignedInt(in.get());
        return marker;
    }

    private static Unusable.ImageDamaged torn() {
        return new Unusable.ImageDamaged("its parts do not fit together");
    }

    private void marker(int marker) {
        kept.write(0xff);
        kept.write(marker);
    }
}
