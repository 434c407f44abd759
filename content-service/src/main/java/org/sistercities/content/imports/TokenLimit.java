package org.sistercities.content.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * XML whose parts are of a reasonable length. The parser reads a tag, a comment or a CDATA section whole before it shows anything of it;
 * one that does not end would fill the memory.
 */
final class TokenLimit extends FilterReader {
    private static final int LONGEST = 4_000_000; // characters
    private static final long COMMENT_BEGINS = ascii("<!--");
    private static final long COMMENT_ENDS = ascii("-->");
    private static final long CDATA_BEGINS = ascii("![CDATA[");
    private static final long CDATA_ENDS = ascii("]]>");

    private enum In {
        TEXT,
        TAG,
        COMMENT,
        CDATA
    }

    private long last; // eight characters, a byte each
    private In within = In.TEXT;
    private int length;

    TokenLimit(Reader reader) {
        super(reader);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) pass((char) read);
        return read;
    }

    @Override
    public int read(char[] into, int offset, int count) throws IOException {
        int read = super.read(into, offset, count);
        for (int i = 0; i < read; i++) pass(into[offset + i]);
        return read;
    }

    private void pass(char sign) throws IOException {
        if (++length > LONGEST) throw new IOException("one of its parts does not end");
        last = last << 8 | (sign < 0x80 ? sign : 0xff);
        switch (within) {
            case TEXT -> {
                if (sign == '<') enter(In.TAG);
            }
            case TAG -> {
                if (sign == '>') enter(In.TEXT);
                else if (length == 3 && endsWith(COMMENT_BEGINS, 4)) enter(In.COMMENT);
                else if (length == 8 && endsWith(CDATA_BEGINS, 8)) enter(In.CDATA);
            }
            case COMMENT -> {
                if (endsWith(COMMENT_ENDS, 3)) enter(In.TEXT);
            }
            case CDATA -> {
                if (endsWith(CDATA_ENDS, 3)) enter(In.TEXT);
            }
        }
    }

    private boolean endsWith(long what, int characters) {
        return (last & (-1L >>> (64 - 8 * characters))) == what;
    }

    private void enter(In next) {
        within = next;
        length = 0;
    }

    private static long ascii(String text) {
        long packed = 0;
        for (char sign : text.toCharArray()) packed = packed << 8 | sign;
        return packed;
    }
}
