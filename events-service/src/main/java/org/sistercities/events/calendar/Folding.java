package org.sistercities.events.calendar;

/** Folds lines as RFC 5545 (3.1) asks: at 75 octets of UTF-8, never within a character. Biweekly's own folding counts characters. */
final class Folding {
    private static final int MOST_OCTETS = 75;

    private Folding() {}

    /** @param text with lines ended by CR LF */
    static String fold(String text) {
        var folded = new StringBuilder(text.length() + text.length() / MOST_OCTETS);
        int octets = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            int more = octets(character);
            if (character == '\r' || character == '\n') octets = 0;
            else if (octets + more > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1 + more;
            } else octets += more;
            folded.appendCodePoint(character);
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) return 1;
        if (character < 0x800) return 2;
        return character < 0x10000 ? 3 : 4;
    }
}
