package org.sistercities.city.search;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.CitySummary;

/**
 * A city as the search knows it.
 *
 * @param primaryNames the English and the local one, as they are written
 * @param names every name as it is written, primary ones first
 * @param qualifiers folded words that say which of several cities of a name is meant
 */
record Entry(
        CitySummary city, List<String> primaryNames, List<String> names, Set<String> qualifiers, double importance) {
    static final Comparator<Entry> MOST_IMPORTANT_FIRST = Comparator.comparingDouble(Entry::importance)
            .reversed()
            .thenComparing(entry -> entry.city().id());

    static Entry of(CitySummary summary, City city, Qualifiers qualifiers) {
        return new Entry(
                summary, city.names().primary(), city.names().all(), qualifiers.of(city), Importance.of(summary));
    }
}
