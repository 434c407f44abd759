package org.sistercities.city.search;

import org.sistercities.city.registry.CitySummary;

/** How likely it is that somebody means this city: 1.5 for a village, 3.5 for a metropolis, a little more for a capital. */
final class Importance {
    private static final double PER_DIGIT = 0.5;
    private static final double CAPITAL = 0.3;
    private static final double PER_DIGIT_OF_PARTNERSHIPS = 0.15;
    private static final double POPULATION_IF_UNKNOWN = 1_000;

    private Importance() {}

    static double of(CitySummary city) {
        var population = city.population();
        double people = population == null ? POPULATION_IF_UNKNOWN : Math.max(population.doubleValue(), 1);
        return PER_DIGIT * Math.log10(people) + (city.nationalCapital() ? CAPITAL : 0);
    }

    /** Who keeps some is looked for more often. */
    static double ofPartnerships(int count) {
        return PER_DIGIT_OF_PARTNERSHIPS * Math.log10(1.0 + count);
    }
}
