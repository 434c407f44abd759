package org.sistercities.city.seeking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.CitySummary;

/** An open listing over HTTP. */
record SeekingItem(SeekingCity city, Wanted wanted, String text, Instant postedAt, Instant until) {

    /** The city that seeks, as it is called today. */
    record SeekingCity(
            String id,
            String name,
            @Nullable String region,
            String countryCode,
            String country,
            @Nullable Long population) {}

    static SeekingItem of(Listed listed, CitySummary city) {
        return new SeekingItem(
                new SeekingCity(
                        city.id(), city.name(), city.region(), city.countryCode(), city.country(), city.population()),
                listed.wanted(),
                listed.text(),
                listed.postedAt(),
                listed.until());
    }
}
