package org.sistercities.city.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two cities of a list, as the list has them: nothing is checked yet but that the line is well-formed.
 *
 * @param moreIds of further parties, where more than two cities are in it
 * @param status null when the list does not say
 * @param since a year, year-month or date
 */
record ListedPair(
        long line,
        String text,
        Side a,
        Side b,
        List<String> moreIds,
        @Nullable String kind,
        @Nullable String status,
        @Nullable String since) {

    /** One side; {@code name} and {@code country} are null when the list does not have them. */
    record Side(String id, @Nullable String name, @Nullable String country) {}

    /** The line is not usable; {@code why} says the reason. */
    static final class BadLine extends Exception {
        private final String why;

        BadLine(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
