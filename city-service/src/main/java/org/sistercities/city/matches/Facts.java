package org.sistercities.city.matches;

import java.util.List;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.seeking.Theme;

/**
 * What is known about two cities that could be sisters.
 *
 * @param partners they have a partnership, standing or under way
 * @param commonLanguages BCP 47 tags of languages spoken in both countries
 * @param commonThemes what both of their listings name
 * @param commonSisters names of cities that are sisters of both
 * @param partnershipsOfOther how many the other city keeps
 * @param partnershipsOfCountries how many join their countries
 * @param wish what the city's own listing says of the other
 * @param wishOfOther what the other's listing says of the city
 */
record Facts(
        CitySummary city,
        CitySummary other,
        boolean partners,
        List<String> commonLanguages,
        List<Theme> commonThemes,
        List<String> commonSisters,
        int partnershipsOfOther,
        int partnershipsOfCountries,
        Wish wish,
        Wish wishOfOther) {

    private static final double KILOMETRES_A_DEGREE = 111.1951; // rounded up, so that nothing far is missed

    /** What a listing on the seeking board says of a city. */
    enum Wish {
        FITS,
        DOES_NOT_FIT,
        /** The city seeks nobody at present. */
        NONE
    }

    /** They can be sisters at all: the network joins cities of different countries, once, and not with one that is part of another now. */
    boolean isPossible() {
        return !partners && other.successorId() == null && !city.countryCode().equals(other.countryCode());
    }

    /** How many times as large the larger one is; 1 when a size is unknown. */
    double ratio() {
        var here = city.population();
        var there = other.population();
        if (here == null || there == null || here <= 0 || there <= 0) return 1;
        return (double) Math.max(here, there) / Math.min(here, there);
    }

    /**
     * Whether more than this lies between them along the great circle. Most pairs need no trigonometry for a large distance: they are
     * at least as near as two places of their latitudes on opposite meridians.
     */
    boolean isFartherThan(double kilometres) {
        double most = (180 - Math.abs(city.latitude() + other.latitude())) * KILOMETRES_A_DEGREE;
        return most > kilometres && city.coordinates().kilometresTo(other.coordinates()) > kilometres;
    }

    /** In degrees, how much farther from the equator one of them lies. */
    double differenceOfLatitudes() {
        return Math.abs(Math.abs(city.latitude()) - Math.abs(other.latitude()));
    }
}
