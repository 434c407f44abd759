package org.sistercities.city;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * Part of a list.
 *
 * @param next the cursor with which the list goes on; null (absent) at its end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** One page of a list of which at least {@code limit + 1} items behind {@code from} are given, if there are so many. */
    public static <T> Page<T> of(List<T> list, int from, int limit) {
        int begin = Math.min(from, list.size());
        int end = Math.min(begin + limit, list.size());
        return new Page<>(List.copyOf(list.subList(begin, end)), end < list.size() ? String.valueOf(end) : null);
    }

    /** The same page with something else for each item. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }

    /**
     * Where a page begins; clients need not know that it is a number.
     *
     * @throws UnknownCursor when no answer of ours ever held this cursor
     */
    public static int from(@Nullable String cursor) {
        if (cursor == null) return 0;
        if (!cursor.matches("\\d{1,8}")) throw new UnknownCursor(cursor);
        return Integer.parseInt(cursor);
    }

    /** The cursor is none that an answer of ours has named as {@code next}. */
    public static final class UnknownCursor extends Rejection {
        UnknownCursor(String cursor) {
            super(Reason.MALFORMED, "No answer of this service ever had the cursor " + cursor + ".");
        }
    }
}
