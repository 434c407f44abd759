package org.sistercities.city.registry;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.registry.City.Names;
import org.sistercities.city.registry.City.Region;

/**
 * Reads lines of a GeoNames dump, such as cities500.txt: 19 columns separated by tabs, without a header
 * (download.geonames.org/export/dump/readme.txt).
 */
public final class GeoNamesDump {
    private static final int COLUMNS = 19;
    private static final int LONGEST_MAIN_NAME = 200; // as in GeoNames and in the city's domain events
    private static final int LONGEST_NAME = 60;
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Pattern CODE_OR_ADDRESS = Pattern.compile("[A-Z]{1,4}|.*://.*|(?i:www\\.).*");
    private static final String POPULATED_PLACE = "P";

    private final Regions regions;

    /** Names of regions, which a dump has only codes of. */
    @FunctionalInterface
    public interface Regions {
        Optional<String> nameOf(String countryCode, String code);
    }

    public GeoNamesDump(Regions regions) {
        this.regions = regions;
    }

    /** A line that does not tell a city. */
    public static final class BadLine extends Exception {
        private final String why;

        BadLine(String why) {
            super(why);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }

    /**
     * The city of a line.
     *
     * @throws BadLine when it has not the columns of a dump, or is no populated place
     */
    public City city(String line) throws BadLine {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS)
            throw new BadLine("has " + cells.length + " columns, a GeoNames dump has " + COLUMNS);
        if (!cells[6].equals(POPULATED_PLACE))
            throw new BadLine("is no populated place: its feature class is " + cells[6]);
        if (cells[1].isBlank()) throw new BadLine("has no name");
        if (cells[1].length() > LONGEST_MAIN_NAME) throw new BadLine("has a name of " + cells[1].length() + " letters");
        if (!cells[8].matches("[A-Z]{2}")) throw new BadLine("country " + cells[8] + " is no ISO 3166-1 code");
        if (!ZONES.contains(cells[17])) throw new BadLine("time zone " + cells[17] + " is unknown");
        return new City(
                number(cells[0], "id"),
                new Names(cells[1], null, otherNames(cells)),
                cells[8],
                region(cells[8], cells[10]),
                new Coordinates(degrees(cells[4], 90), degrees(cells[5], 180)),
                population(cells[14]),
                cells[17],
                cells[7],
                null,
                null);
    }

    private static List<String> otherNames(String[] cells) {
        return Stream.concat(Stream.of(cells[3].split(",")), Stream.of(cells[2]))
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME && !name.equals(cells[1]))
                .filter(name -> !CODE_OR_ADDRESS.matcher(name).matches())
                .distinct()
                .toList();
    }

    private @Nullable Region region(String country, String code) {
        return regions.nameOf(country, code).map(name -> new Region(code, name)).orElse(null);
    }

    private static @Nullable Long population(String cell) throws BadLine {
        long people = cell.isEmpty() ? 0 : number(cell, "population");
        return people == 0 ? null : people; // GeoNames says 0 when it does not know
    }

    private static long number(String cell, String what) throws BadLine {
        if (!cell.matches("\\d{1,18}")) throw new BadLine(what + " " + cell + " is no number");
        return Long.parseLong(cell);
    }

    private static double degrees(String cell, int most) throws BadLine {
        try {
            double degrees = Double.parseDouble(cell);
            if (Math.abs(degrees) <= most) return degrees;
        } catch (NumberFormatException e) {
            throw new BadLine(cell + " is no number of degrees");
        }
        throw new BadLine(cell + " degrees are out of range");
    }
}
