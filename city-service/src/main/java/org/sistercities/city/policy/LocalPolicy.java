package org.sistercities.city.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.CitySummary;

/**
 * What one city wants to be warned of. A rule that is not set is not asked.
 *
 * @param onePerCountry a second partner in the same country
 * @param countriesWithRelations a partner in a country that is none of these: whether there are diplomatic relations is unknown
 * @param farthestKm a partner farther away than this, in kilometres along the great circle
 */
public record LocalPolicy(
        boolean onePerCountry,
        @Nullable List<String> countriesWithRelations,
        @Nullable Integer farthestKm) {
    static final LocalPolicy NONE = new LocalPolicy(false, null, null);

    /** What speaks against a partnership of {@code own} with another city, given the partners it has. */
    List<Warning> against(CitySummary other, CitySummary own, List<CitySummary> partners) {
        var warnings = new ArrayList<Warning>();
        if (onePerCountry)
            partners.stream()
                    .filter(partner -> partner.countryCode().equals(other.countryCode()))
                    .filter(partner -> !partner.id().equals(other.id()))
                    .findFirst()
                    .ifPresent(partner -> warnings.add(secondInItsCountry(own, partner)));
        if (countriesWithRelations != null && !countriesWithRelations.contains(other.countryCode()))
            warnings.add(relationsUnknown(own, other));
        if (farthestKm != null && kilometres(own, other) > farthestKm) warnings.add(tooFar(own, other, farthestKm));
        return warnings;
    }

    private static Warning secondInItsCountry(CitySummary own, CitySummary partner) {
        var reason = "%s takes one partner in each country, and in %s that is %s."
                .formatted(own.name(), partner.country(), partner.name());
        return Warning.of("one-per-country", own.id(), reason);
    }

    private static Warning relationsUnknown(CitySummary own, CitySummary other) {
        var reason = "%s does not know of diplomatic relations with %s.".formatted(own.name(), other.country());
        return Warning.of("relations-unknown", own.id(), reason);
    }

    private static Warning tooFar(CitySummary own, CitySummary other, int farthest) {
        var reason = "%s is %d km away; %s wants partners within %d km."
                .formatted(other.name(), Math.round(kilometres(own, other)), own.name(), farthest);
        return Warning.of("too-far", own.id(), reason);
    }

    private static double kilometres(CitySummary own, CitySummary other) {
        return own.coordinates().kilometresTo(other.coordinates());
    }
}
