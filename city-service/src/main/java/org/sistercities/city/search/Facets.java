package org.sistercities.city.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many of the cities that match there are of each kind; the most frequent first.
 *
 * @param total how many cities match
 * @param seeking how many of them look for a further sister
 * @param members how many of them are members of the network in good standing
 * @param kinds cities that keep a standing partnership of the kind
 * @param statuses cities that have a partnership in the state
 */
record Facets(
        long total,
        long seeking,
        long members,
        List<Count> countries,
        List<Count> continents,
        List<Count> kinds,
        List<Count> statuses) {

    record Count(String value, long count) {}

    /** Counts one thing after the other. */
    static final class Counter {
        private final Map<String, Long> counts = new HashMap<>();

        void add(String value) {
            counts.merge(value, 1L, Long::sum);
        }

        List<Count> counts() {
            return counts.entrySet().stream()
                    .map(entry -> new Count(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value))
                    .toList();
        }
    }
}
