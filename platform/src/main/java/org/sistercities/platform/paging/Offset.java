package org.sistercities.platform.paging;

/**
 * How far a list that is in memory, or numbered, has been read. Spring reads it from the request.
 *
 * @param items how many came before, or the number of the last one; 0 at the beginning
 */
public record Offset(int items) {
    /** The beginning of a list, as {@code defaultValue} of a request parameter. */
    public static final String START = "0";

    /**
     * Reads a cursor.
     *
     * @throws UnknownCursor when it is no number of at most eight digits
     */
    public static Offset valueOf(String cursor) {
        if (!cursor.matches("\\d{1,8}")) throw new UnknownCursor();
        return new Offset(Integer.parseInt(cursor));
    }

    @Override
    public String toString() {
        return String.valueOf(items);
    }
}
