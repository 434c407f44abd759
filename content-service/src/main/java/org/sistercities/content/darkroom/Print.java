package org.sistercities.content.darkroom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A picture made here: upright, in ordinary colours, of one size, with nothing in it but its pixels. */
public final class Print {
    private static final int HASH_LENGTH = 32;

    private final Format format;
    private final int width;
    private final int height;
    private final byte[] bytes;

    Print(Format format, int width, int height, byte[] bytes) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.bytes = bytes;
    }

    public Format format() {
        return format;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** What it is called: 128 bits of the SHA-256 of its bytes, in hexadecimal. */
    public String hash() {
        return hash(bytes);
    }

    /** The same of any bytes. */
    public static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
