package org.sistercities.content.story;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list.
 *
 * @param next the cursor of the next page; null on the last one
 */
record Page<T>(List<T> items, @Nullable Cursor next) {

    <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
