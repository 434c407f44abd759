package org.sistercities.content.darkroom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A WebP file, chunk by chunk. */
final class WebpFile {
    private static final long MOST_LOSSY_PIXELS =
            2_200_000; // its decoder takes up to 110 bytes for each, and a film tears at 256 MB
    private static final int HEADER = 12;
    private static final int EXTENDED = 10; // bytes of a VP8X chunk
    private static final int ALPHA = 0x10;
    private static final int ANIMATION = 0x02;

    private final byte[] file;
    private final ByteBuffer in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int width;
    private int height;
    private boolean hasAlphaOfItsOwn;
    private Orientation orientation = Orientation.UPRIGHT;

    WebpFile(byte[] file) {
        this.file = file;
        this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    Negative read() {
        int end = Math.addExact(in.getInt(4), 8);
        if (end > file.length || end < HEADER) throw new Unusable.ImageDamaged("it ends too early");
        for (int at = HEADER; at + 8 <= end; ) {
            var type = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            int length = in.getInt(at + 4);
            if (length < 0 || length > end - at - 8) throw new Unusable.ImageDamaged("it ends too early");
            chunk(type, at, length);
            at += 8 + length + (length & 1);
        }
        if (width == 0) throw new Unusable.ImageDamaged("there is no picture in it");
        return new Negative(Format.WEBP, width, height, 4, orientation, assembled());
    }

    private void chunk(String type, int at, int length) {
        int start = at + 8;
        switch (type) {
            case "VP8 " -> picture(u14(start + 6), u14(start + 8), MOST_LOSSY_PIXELS, at, length);
            case "VP8L" -> {
                int sizes = in.getInt(start + 1);
                picture((sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1, Negative.MOST_AT_ONCE, at, length);
            }
            case "ALPH" -> {
                hasAlphaOfItsOwn = true;
                keep(at, length);
            }
            case "VP8X" -> {
                if ((file[start] & ANIMATION) != 0) throw new Unusable.AnimatedImage();
            }
            case "ANIM", "ANMF" -> throw new Unusable.AnimatedImage();
            case "EXIF" -> orientation = Orientation.of(file, start, length);
            default -> {}
        }
    }

    private void picture(int width, int height, long most, int at, int length) {
        if (this.width != 0) throw new Unusable.ImageDamaged("there are two pictures in it");
        Negative.mustBeReasonable(width, height, most);
        this.width = width;
        this.height = height;
        keep(at, length);
    }

    private void keep(int at, int length) {
        kept.write(file, at, 8 + length);
        if ((length & 1) != 0) kept.write(0);
    }

    /** A file of nothing but the picture, and its alpha channel where that is apart. */
    private byte[] assembled() {
        var body = kept.toByteArray();
        var extended = hasAlphaOfItsOwn ? extended() : new byte[0];
        var out = ByteBuffer.allocate(HEADER + extended.length + body.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(Arrays.copyOf(file, 4)).putInt(out.capacity() - 8).put(file, 8, 4);
        return out.put(extended).put(body).array();
    }

    private byte[] extended() {
        var chunk = ByteBuffer.allocate(8 + EXTENDED).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put("VP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(EXTENDED).putInt(ALPHA);
        for (int size : new int[] {width - 1, height - 1})
            chunk.put((byte) size).put((byte) (size >> 8)).put((byte) (size >> 16));
        return chunk.array();
    }

    private int u14(int at) {
        return in.getShort(at) & 0x3fff;
    }
}
