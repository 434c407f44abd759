package org.sistercities.city.matches;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.CitySummary;

/**
 * A city as a sister of another.
 *
 * @param score the sum of what speaks for it, less what speaks against it; only good for comparing
 * @param possible false when a rule forbids it, which then is the first of {@code against}
 */
record Suggestion(
        String cityId,
        String name,
        @Nullable String region,
        String countryCode,
        @Nullable Long population,
        double score,
        boolean possible,
        List<String> reasons,
        List<String> against) {

    static Suggestion of(CitySummary city, double score, boolean possible, List<String> reasons, List<String> against) {
        return new Suggestion(
                city.id(),
                city.name(),
                city.region(),
                city.countryCode(),
                city.population(),
                score,
                possible,
                reasons,
                against);
    }
}
