package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
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

    /**
     * Where the documents are whose value is in the range, read as far as somebody wants to know. Of several values of one
     * document the lowest counts in an order, and a range with a lower bound may not meet that one first.
     */
    Iterable<Object> iterate(String field, MVMap<Object, Object> index, BiFunction<KeyValue, Object, Object> position) {
        return upper
                ? new Ascending(field, () -> positionsIn(index, position))
                : () -> positionsIn(index, position).iterator();
    }

    private Stream<Object> positionsIn(MVMap<Object, Object> index, BiFunction<KeyValue, Object, Object> position) {
        var cursor = index.cursor(upper ? null : new KeyValue(bound));
        return Stream.generate(() -> cursor.hasNext() ? (KeyValue) cursor.next() : null)
                .takeWhile(key -> key != null && !endsBefore(key.get(0)))
                .filter(key -> contains(key.get(0)))
                .map(key -> position.apply(key, cursor.getValue()))
                .distinct();
    }

    private boolean contains(@Nullable Object value) {
        return value != null
                && value.getClass().equals(bound.getClass())
                && (upper ? compare(value) <= 0 : compare(value) >= 0);
    }

    /** Whether no value after this one is in the range. */
    private boolean endsBefore(@Nullable Object value) {
        return upper ? value != null && compare(value) > 0 : !contains(value);
    }

    private int compare(Object value) {
        return KeyType.INSTANCE.compare(value, bound);
    }
}
