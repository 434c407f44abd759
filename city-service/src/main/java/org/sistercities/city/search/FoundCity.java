package org.sistercities.city.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A city in a search's answer.
 *
 * @param geonameId its number in GeoNames (geonames.org)
 * @param population absent when unknown
 * @param partnerships how many it keeps
 * @param matchedName by which of its other names it was found, if by one of them
 */
record FoundCity(
        String id,
        @Nullable Long geonameId,
        String name,
        @Nullable String region,
        String countryCode,
        String country,
        double latitude,
        double longitude,
        @Nullable Long population,
        int partnerships,
        @Nullable String matchedName) {

    static FoundCity of(Hit hit, Optional<String> matchedName) {
        var city = hit.city();
        return new FoundCity(
                city.id(),
                city.geonameId(),
                city.name(),
                city.region(),
                city.countryCode(),
                city.country(),
                city.latitude(),
                city.longitude(),
                city.population(),
                hit.partnerships(),
                matchedName.orElse(null));
    }
}
