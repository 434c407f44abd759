package org.sistercities.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list, as every list over HTTP is answered.
 *
 * @param next the cursor with which the list goes on; null on its last page
 */
public record Page<T>(List<T> items, @JsonInclude @Nullable String next) {

    /**
     * The page of what was found.
     *
     * @param found at most {@code limit + 1} items; one more than fits says that another page follows
     * @param cursor where an item stands in the list
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<? super T, ?> cursor) {
        if (found.size() <= limit) return new Page<>(List.copyOf(found), null);
        return new Page<>(
                List.copyOf(found.subList(0, limit)),
                cursor.apply(found.get(limit - 1)).toString());
    }

    /** The page of a list of which all, or at least the first {@code from + limit + 1}, are given. */
    public static <T> Page<T> of(List<T> list, Offset from, int limit) {
        int begin = Math.min(from.items(), list.size());
        int end = Math.min(begin + limit, list.size());
        return new Page<>(List.copyOf(list.subList(begin, end)), end < list.size() ? String.valueOf(end) : null);
    }

    /** The same page with something else for each item. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
