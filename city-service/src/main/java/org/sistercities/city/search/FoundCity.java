package org.sistercities.city.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.search.Match.Span;

/**
 * A city in a search's answer.
 *
 * @param geonameId its number in GeoNames (geonames.org)
 * @param population absent when unknown
 * @param partnerships how many it keeps
 * @param successorId the city it has become part of, if it has
 * @param matchedName by which of its other names it was found, if by one of them
 * @param highlights what of {@code matchedName}, or else of {@code name}, was typed
 */
record FoundCity(
        String id,
        @Nullable Long geonameId,
        String name,
        String localName,
        @Nullable String region,
        String countryCode,
        String country,
        double latitude,
        double longitude,
        @Nullable Long population,
        int partnerships,
        @Nullable String successorId,
        @Nullable String matchedName,
        List<Span> highlights) {

    static FoundCity of(Hit hit, Match match) {
        var city = hit.city();
        return new FoundCity(
                city.id(),
                city.geonameId(),
                city.name(),
                city.localName(),
                city.region(),
                city.countryCode(),
                city.country(),
                city.latitude(),
                city.longitude(),
                city.population(),
                hit.partnerships(),
                city.successorId(),
                match.otherName(),
                match.highlights());
    }
}
