package org.sistercities.city.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.PartnershipItem;
import org.sistercities.city.partnership.Status;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.CitySummary;

/**
 * Everything a city's page shows.
 *
 * @param sisters the cities it has a standing partnership with, by name
 * @param partnerships all its partnerships, those under way included
 */
record CityPage(
        String id,
        @Nullable Long geonameId,
        String name,
        String localName,
        List<String> otherNames,
        @Nullable String region,
        String countryCode,
        String country,
        double latitude,
        double longitude,
        @Nullable Long population,
        String timeZone,
        String featureCode,
        List<Sister> sisters,
        List<PartnershipItem> partnerships) {

    /** A city at the other side of a standing partnership; {@code since} is an ISO year, year-month or date. */
    record Sister(
            String id,
            String name,
            @Nullable String region,
            String countryCode,
            Kind kind,
            Status status,
            @Nullable String since,
            String partnershipId) {}

    static CityPage of(City city, CitySummary summary, List<Sister> sisters, List<PartnershipItem> partnerships) {
        return new CityPage(
                summary.id(),
                summary.geonameId(),
                summary.name(),
                summary.localName(),
                city.names().others(),
                summary.region(),
                summary.countryCode(),
                summary.country(),
                summary.latitude(),
                summary.longitude(),
                summary.population(),
                summary.timeZone(),
                city.featureCode(),
                sisters,
                partnerships);
    }
}
