package org.sistercities.city.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.registry.City.Names;
import org.sistercities.city.registry.City.Region;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;

/** The cities that ship with this service: data from GeoNames (geonames.org), CC BY 4.0; tools/gazetteer makes the file. */
final class GazetteerFile {
    private static final String FILE = "gazetteer/cities.tsv.gz";

    private GazetteerFile() {}

    /** All cities; to be closed. */
    static Stream<City> cities() {
        return TabSeparated.lines(FILE).map(GazetteerFile::city);
    }

    /** Another one whenever the file is another. */
    static String version() {
        try (var in = new ClassPathResource(FILE).getInputStream()) {
            return DigestUtils.md5DigestAsHex(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static City city(TabSeparated.Line line) {
        return new City(
                Long.valueOf(line.get("geonameId")),
                new Names(line.get("name"), line.orNull("englishName"), otherNames(line)),
                line.get("countryCode"),
                region(line),
                new Coordinates(Double.parseDouble(line.get("latitude")), Double.parseDouble(line.get("longitude"))),
                line.numberOrNull("population"),
                line.get("timezone"),
                line.get("featureCode"),
                null,
                null);
    }

    private static List<String> otherNames(TabSeparated.Line line) {
        var names = line.get("alternateNames");
        return names.isEmpty() ? List.of() : List.of(names.split("\\|"));
    }

    private static @Nullable Region region(TabSeparated.Line line) {
        var name = line.orNull("region");
        return name == null ? null : new Region(line.get("admin1Code"), name);
    }
}
