package org.sistercities.city.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sistercities.city.registry.GeoNamesDump.BadLine;

/** The cities that ship with the service, without a database. */
public final class ShippedGazetteer {

    private static final Countries COUNTRIES = new Countries();

    private ShippedGazetteer() {}

    public static Countries countries() {
        return COUNTRIES;
    }

    public static Cities cities() {
        return new Cities();
    }

    /** Shows every city to the visitors, as a starting replica does. */
    public static void showTo(CityVisitor... visitors) {
        for (var visitor : visitors) visitor.begin();
        forEach(city -> show(city, visitors));
        for (var visitor : visitors) visitor.end();
    }

    /** Shows also what only a GeoNames dump has. */
    public static void showWithDump(Path dump, CityVisitor... visitors) {
        for (var visitor : visitors) visitor.begin();
        var ids = new HashSet<Long>();
        var regions = new HashMap<String, String>();
        forEach(city -> {
            ids.add(city.geonameId());
            if (city.region() != null)
                regions.put(
                        city.countryCode() + city.region().code(), city.region().name());
            show(city, visitors);
        });
        cities(dump, regions).filter(city -> ids.add(city.geonameId())).forEach(city -> show(city, visitors));
        for (var visitor : visitors) visitor.end();
    }

    private static void forEach(Consumer<City> each) {
        try (var all = GazetteerFile.cities()) {
            all.forEach(each);
        }
    }

    private static void show(City city, CityVisitor... visitors) {
        var summary = CitySummary.of(City.idOf(city.geonameId()), city, COUNTRIES);
        for (var visitor : visitors) visitor.visit(summary, city);
    }

    private static Stream<City> cities(Path dump, Map<String, String> regions) {
        var lines = new GeoNamesDump((country, code) -> Optional.ofNullable(regions.get(country + code)));
        try {
            return Files.lines(dump).filter(line -> !line.isEmpty()).map(line -> city(lines, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static City city(GeoNamesDump lines, String line) {
        try {
            return lines.city(line);
        } catch (BadLine e) {
            throw new IllegalArgumentException(e.getMessage() + ": " + line, e);
        }
    }
}
