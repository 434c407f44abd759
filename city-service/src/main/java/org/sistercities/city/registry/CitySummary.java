package org.sistercities.city.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.registry.City.Membership;
import org.sistercities.city.registry.City.Successor;

/** A city in short: what lists, search results and partnerships say about it. {@code successorId} is set
 * when it has become part of another one. Every replica holds all of them in memory. */
public record CitySummary(
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
        String timeZone,
        boolean nationalCapital,
        @Nullable Membership membership,
        @Nullable String successorId) {

    public static CitySummary of(String id, City city, Countries countries) {
        var region = city.region();
        return new CitySummary(
                id,
                city.geonameId(),
                city.names().display(),
                city.names().local(),
                region == null ? null : region.name().intern(), // a few thousand regions, far more cities
                city.countryCode().intern(),
                countries.nameOf(city.countryCode()),
                city.coordinates().latitude(),
                city.coordinates().longitude(),
                city.population(),
                city.timeZone().intern(),
                city.isNationalCapital(),
                city.membership(),
                city.successor().map(Successor::cityId).orElse(null));
    }

    /** In good standing today, where the city is. */
    public boolean isMember(Instant now) {
        return membership != null && membership.isInGoodStanding(LocalDate.ofInstant(now, zone()));
    }

    public Coordinates coordinates() {
        return new Coordinates(latitude, longitude);
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
