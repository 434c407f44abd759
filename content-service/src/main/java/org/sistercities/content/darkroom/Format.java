package org.sistercities.content.darkroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** What a picture may be written in, as its first bytes say; names of files and media types of requests say nothing. */
public enum Format {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    /**
     * The format of a file.
     *
     * @throws Unusable.NotAnImage when it is none of these
     */
    static Format of(byte[] file) {
        if (begins(file, 0, "\u00ff\u00d8\u00ff")) return JPEG;
        if (begins(file, 0, "\u0089PNG\r\n\u001a\n")) return PNG;
        if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP")) return WEBP;
        throw new Unusable.NotAnImage();
    }

    static boolean begins(byte[] file, int at, String with) {
        var expected = with.getBytes(ISO_8859_1);
        if (file.length < at + expected.length) return false;
        for (int i = 0; i < expected.length; i++) if (file[at + i] != expected[i]) return false;
        return true;
    }
}
