package org.sistercities.city.imports;

import org.jspecify.annotations.Nullable;

/** Two cities of a list, as the list has them: nothing is checked yet but that the line is well-formed. */
record ListedPair(
        long line, String text, Side a, Side b, @Nullable String sinceYear) {

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
