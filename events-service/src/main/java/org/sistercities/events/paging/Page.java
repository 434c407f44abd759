package org.sistercities.events.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some items of a list; {@code next} is where the next page starts, absent on the last one. */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The page of the first {@code limit} of what was found; one more found means that another page follows. */
    public static <S, T> Page<T> of(List<S> found, int limit, Function<S, Cursor> cursor, Function<S, T> view) {
        var items = found.stream().limit(limit).map(view).toList();
        var next = found.size() > limit ? cursor.apply(found.get(limit - 1)).toString() : null;
        return new Page<>(items, next);
    }
}
