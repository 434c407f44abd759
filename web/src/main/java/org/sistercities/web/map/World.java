package org.sistercities.web.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The outlines of the land, as {@code tools/world} has made them of Natural Earth. */
public final class World {
    private static final String FILE = "/world/land.txt";
    private static final double TENTHS = 10;

    private World() {}

    /** A drawing that pages refer to as {@code #land} and {@code #edge}. */
    public static String svg() {
        var path = new PathText();
        rings().forEach(ring -> path.add(ring).close());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><path id=\"land\" d=\"" + path
                + "\"/><path id=\"edge\" vector-effect=\"non-scaling-stroke\" d=\"" + edge() + "\"/></svg>";
    }

    /** Where the map ends: the antimeridian, twice, and the poles. */
    private static PathText edge() {
        var around = new ArrayList<Position>();
        for (int latitude = -90; latitude <= 90; latitude += 5) around.add(new Position(-180, latitude));
        for (int latitude = 90; latitude >= -90; latitude -= 5) around.add(new Position(180, latitude));
        return new PathText().add(around).close();
    }

    static List<List<Position>> rings() {
        try (var in = Objects.requireNonNull(World.class.getResourceAsStream(FILE));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(World::ring).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Position> ring(String line) {
        var steps = line.split(" ", -1);
        var ring = new ArrayList<Position>();
        int longitude = 0;
        int latitude = 0;
        for (int i = 0; i < steps.length; i += 2) {
            longitude += Integer.parseInt(steps[i]);
            latitude += Integer.parseInt(steps[i + 1]);
            ring.add(new Position(longitude / TENTHS, latitude / TENTHS));
        }
        return ring;
    }
}
