package org.sistercities.city.search;

import java.util.Optional;
import java.util.Set;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.Countries;

/**
 * Which cities a search is about, whatever was typed. Each that is absent lets all pass.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param continent English name
 * @param ids when only these may pass
 */
record Criteria(
        Optional<String> country,
        Optional<String> continent,
        Optional<Circle> circle,
        Optional<Box> box,
        Optional<Set<String>> ids) {
    static final Criteria NONE =
            new Criteria(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** WGS 84 degrees and kilometres. */
    record Circle(Coordinates middle, double kilometres) {

        boolean has(CitySummary city) {
            return middle.kilometresTo(city.coordinates()) <= kilometres;
        }
    }

    /** WGS 84 degrees; a box whose west is greater than its east crosses the antimeridian. */
    record Box(double west, double south, double east, double north) {

        boolean has(CitySummary city) {
            if (city.latitude() < south || city.latitude() > north) return false;
            return west <= east
                    ? city.longitude() >= west && city.longitude() <= east
                    : city.longitude() >= west || city.longitude() <= east;
        }
    }

    boolean areMetBy(CitySummary city, Countries countries) {
        return country.map(city.countryCode()::equals).orElse(true)
                && continent
                        .map(countries.continentOf(city.countryCode())::equals)
                        .orElse(true)
                && circle.map(circle -> circle.has(city)).orElse(true)
                && box.map(box -> box.has(city)).orElse(true)
                && ids.map(some -> some.contains(city.id())).orElse(true);
    }

    Criteria andWithin(Circle circle) {
        return new Criteria(country, continent, Optional.of(circle), box, ids);
    }
}
