package org.sistercities.city.seeking;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A continent, as the countries of the register have it. */
public enum WorldRegion {
    AFRICA,
    ANTARCTICA,
    ASIA,
    EUROPE,
    NORTH_AMERICA,
    OCEANIA,
    SOUTH_AMERICA;

    /** The region with the name of a continent, such as {@code North America}. */
    static Optional<WorldRegion> of(String continent) {
        var name = continent.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Stream.of(values()).filter(region -> region.name().equals(name)).findFirst();
    }
}
