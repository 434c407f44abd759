package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All values up to a bound, or all from it on, the bound included; of the bound's type, as in MongoDB. */
record Range(Object bound, boolean upper) {
    /**
     * The first bound in a condition like {@code {$gte: a, $lt: b}}. One suffices to find candidates, and for a field with
     * several values both together would miss some: one value may meet one bound, another the other.
     */
    static @Nullable Range of(Document condition) {
        for (String operator : List.of("$lte", "$lt", "$gte", "$gt")) {
            Object bound = condition.get(operator);
            if (bound instanceof Instant || bound instanceof String) {
                return new Range(bound, operator.startsWith("$l"));
            }
        }
        return null;
    }

    boolean contains(Object value) {
        return value.getClass().equals(bound.getClass()) && (upper ? compare(value) <= 0 : compare(value) >= 0);
    }

    /** Whether no value after this one is in the range. */
    boolean endsBefore(Object value) {
        return upper ? compare(value) > 0 : !contains(value);
    }

    private int compare(Object value) {
        return KeyType.INSTANCE.compare(value, bound);
    }
}
