package org.sistercities.web.city;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.map.Position;

/** A city in a search's answer. */
public record FoundCity(
        String id,
        String name,
        String localName,
        @Nullable String region,
        String countryCode,
        double latitude,
        double longitude,
        @Nullable Long population,
        int partnerships,
        @Nullable String matchedName) {

    Position position() {
        return new Position(longitude, latitude);
    }

    /** Those found, best first. */
    public record Listed(List<FoundCity> items, @Nullable String next) {}
}
