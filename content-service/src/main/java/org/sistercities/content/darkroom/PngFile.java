package org.sistercities.content.darkroom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/** A PNG file, chunk by chunk. */
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12; // length, type and checksum
    private static final String HEADER = "IHDR";
    private static final String END = "IEND";
    private static final Set<String> NEEDED = Set.of(HEADER, "PLTE", "tRNS", "IDAT", END);

    private final byte[] file;
    private final ByteBuffer in;
    private final ByteArrayOutputStream kept;
    private int width;
    private int height;
    private int bytesPerPixel;
    private boolean hasPixels;
    private Orientation orientation = Orientation.UPRIGHT;

    PngFile(byte[] file) {
        this.file = file;
        this.in = ByteBuffer.wrap(file).position(SIGNATURE);
        this.kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE);
    }

    Negative read() {
        String type = "";
        while (!type.equals(END)) {
            int at = in.position();
            int length = in.getInt();
            type = type();
            if (length < 0 || length > file.length - at - FRAME) throw new Unusable.ImageDamaged("it ends too early");
            if ((width == 0) != type.equals(HEADER)) throw new Unusable.ImageDamaged("its header is not in its place");
            chunk(type, length);
            if (NEEDED.contains(type)) kept.write(file, at, length + FRAME);
            in.position(at + length + FRAME);
        }
        if (!hasPixels) throw new Unusable.ImageDamaged("there is no picture in it");
        return new Negative(Format.PNG, width, height, bytesPerPixel, orientation, kept.toByteArray());
    }

    private void chunk(String type, int length) {
        switch (type) {
            case HEADER -> header();
            case "IDAT" -> hasPixels = true;
            case "acTL" -> throw new Unusable.AnimatedImage();
            case "eXIf" -> orientation = Orientation.of(file, in.position(), length);
            default -> {}
        }
    }

    private void header() {
        int start = in.position();
        width = in.getInt(start);
        height = in.getInt(start + 4);
        Negative.mustBeReasonable(width, height, Negative.MOST_PIXELS);
        int channels = switch (file[start + 9]) {
            case 0 -> 1;
            case 4 -> 2;
            default -> 4;
        };
        bytesPerPixel = channels * (file[start + 8] == 16 ? 2 : 1);
    }

    private String type() {
        var letters = new byte[4];
        in.get(letters);
        return new String(letters, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
