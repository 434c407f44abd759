package org.sistercities.city.exports;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Status;
import org.sistercities.city.registry.CitySummary;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** GeoJSON (RFC 7946): a partnership is a line along the great circle between each two of its cities. */
@Component
class GeoJsonFormat implements ExportFormat {
    private final JsonMapper json;

    GeoJsonFormat(JsonMapper json) {
        this.json = json;
    }

    record Feature(String type, String id, Lines geometry, Properties properties) {}

    /** Longitude before latitude, as GeoJSON has it. */
    record Lines(String type, List<List<List<Double>>> coordinates) {}

    record Properties(
            String name, Kind kind, Status status, @Nullable String since, List<City> cities) {}

    record City(String id, String name, String countryCode) {}

    @Override
    public MediaType mediaType() {
        return MediaType.parseMediaType("application/geo+json");
    }

    @Override
    public String extension() {
        return "geojson";
    }

    @Override
    public String begin() {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n";
    }

    @Override
    public String write(ExportedPartnership exported) {
        var cities = exported.cities();
        var lines = IntStream.range(0, cities.size())
                .boxed()
                .flatMap(i -> cities.subList(i + 1, cities.size()).stream().flatMap(to -> line(cities.get(i), to)))
                .toList();
        var properties = new Properties(
                exported.name(),
                exported.partnership().kind(),
                exported.partnership().status(),
                exported.since(),
                cities.stream()
                        .map(city -> new City(city.id(), city.name(), city.countryCode()))
                        .toList());
        return json.writeValueAsString(
                new Feature("Feature", exported.id(), new Lines("MultiLineString", lines), properties));
    }

    @Override
    public String separator() {
        return ",\n";
    }

    @Override
    public String end() {
        return "\n]}\n";
    }

    private static Stream<List<List<Double>>> line(CitySummary from, CitySummary to) {
        return GreatCircle.line(
                        new Position(from.longitude(), from.latitude()), new Position(to.longitude(), to.latitude()))
                .stream()
                .map(part -> part.stream()
                        .map(position -> List.of(position.longitude(), position.latitude()))
                        .toList());
    }
}
