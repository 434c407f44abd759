package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where documents are, by a field's value from the lowest on: whoever wants the first few need not sort them all. */
record Ascending(String field, Supplier<Stream<Object>> positions) implements Iterable<Object> {

    /** Whether this is the order somebody wants. */
    boolean is(@Nullable Document orderBy) {
        return orderBy != null
                && orderBy.size() == 1
                && orderBy.get(field) instanceof Number direction
                && direction.intValue() == 1;
    }

    @Override
    public Iterator<Object> iterator() {
        return positions.get().iterator();
    }
}
