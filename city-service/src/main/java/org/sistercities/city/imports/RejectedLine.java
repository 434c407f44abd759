package org.sistercities.city.imports;

/**
 * A line that could not be recorded.
 *
 * @param line its number in the file, from 1, the header included
 * @param reason for a person to read
 * @param text the line itself, cut when it is very long
 */
record RejectedLine(long line, String reason, String text) {
    private static final int LONGEST_TEXT = 500;

    RejectedLine {
        if (text.length() > LONGEST_TEXT) text = text.substring(0, LONGEST_TEXT) + "…";
    }
}
