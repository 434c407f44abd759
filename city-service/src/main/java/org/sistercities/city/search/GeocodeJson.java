package org.sistercities.city.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Found cities in the form geocoders agree on: GeocodeJSON 0.1.0 (github.com/geocoders/geocodejson-spec). */
record GeocodeJson(String type, Header geocoding, List<Feature> features) {

    record Header(String version, String attribution, String query) {}

    record Feature(String type, Point geometry, Properties properties) {}

    /** Longitude first (RFC 7946). */
    record Point(String type, List<Double> coordinates) {}

    record Properties(Place geocoding) {}

    /** {@code label} is what to show in a list. */
    record Place(
            String type,
            String id,
            String label,
            String name,
            String city,
            @Nullable String state,
            String country,
            @JsonProperty("country_code") String countryCode) {}

    static GeocodeJson of(String query, List<FoundCity> cities, boolean localNames) {
        var header = new Header("0.1.0", "Data from GeoNames (geonames.org), CC BY 4.0", query);
        var features = cities.stream().map(city -> feature(city, localNames)).toList();
        return new GeocodeJson("FeatureCollection", header, features);
    }

    private static Feature feature(FoundCity city, boolean localNames) {
        var name = localNames ? city.localName() : city.name();
        var label = Stream.of(name, city.region(), city.country())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        var place = new Place("city", city.id(), label, name, name, city.region(), city.country(), city.countryCode());
        return new Feature(
                "Feature", new Point("Point", List.of(city.longitude(), city.latitude())), new Properties(place));
    }
}
