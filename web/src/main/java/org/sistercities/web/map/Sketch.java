package org.sistercities.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sistercities.web.map.EqualEarth.Point;

/**
 * A map for a page: what of the world is seen, lines and places.
 *
 * @param viewBox of the SVG
 */
public record Sketch(String viewBox, List<Line> lines, List<Dot> dots) {
    private static final double RATIO = 2.0; // width to height
    private static final double NARROWEST = 170; // about sixty degrees
    private static final double MARGIN = 1.18;
    private static final double NORTH = -4; // below the south is only Antarctica
    private static final double SOUTH = 436;

    /** A great circle; {@code style} is the CSS class. */
    public record Line(String path, String style) {}

    /** A place. */
    public record Dot(String x, String y, String label, String style) {}

    /** What is to be drawn. */
    public static final class Drawing {
        private final List<Line> lines = new ArrayList<>();
        private final List<Dot> dots = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();
        private boolean roundTheWorld;

        /** Joins two places. */
        public Drawing line(Position from, Position to, String style) {
            var parts = GreatCircle.between(from, to);
            var path = new PathText();
            parts.forEach(path::add);
            lines.add(new Line(path.toString(), style));
            roundTheWorld |= parts.size() > 1;
            parts.stream().flatMap(List::stream).map(EqualEarth::project).forEach(points::add);
            return this;
        }

        /** Marks a place. */
        public Drawing dot(Position at, String label, String style) {
            var point = EqualEarth.project(at);
            points.add(point);
            dots.add(new Dot(rounded(point.x()), rounded(point.y()), label, style));
            return this;
        }

        /** The map, as near as shows all of it; of the whole world when a line goes round the back. */
        public Sketch sketch() {
            var seen = roundTheWorld || points.isEmpty() ? Frame.WORLD : Frame.around(points);
            return new Sketch(seen.viewBox(), List.copyOf(lines), List.copyOf(dots));
        }
    }

    private record Frame(double left, double top, double width, double height) {
        static final Frame WORLD = new Frame(0, NORTH, EqualEarth.WIDTH, SOUTH - NORTH);

        static Frame around(List<Point> points) {
            double left = min(points.stream().map(Point::x));
            double right = -min(points.stream().map(point -> -point.x()));
            double top = min(points.stream().map(Point::y));
            double bottom = -min(points.stream().map(point -> -point.y()));
            double width = Math.max(NARROWEST, MARGIN * Math.max(right - left, (bottom - top) * RATIO));
            double height = width / RATIO;
            if (width >= EqualEarth.WIDTH || height >= SOUTH - NORTH) return WORLD;
            return new Frame(
                    within((left + right - width) / 2, 0, EqualEarth.WIDTH - width),
                    within((top + bottom - height) / 2, 0, EqualEarth.HEIGHT - height),
                    width,
                    height);
        }

        String viewBox() {
            return String.join(" ", rounded(left), rounded(top), rounded(width), rounded(height));
        }

        private static double within(double value, double least, double most) {
            return Math.max(least, Math.min(most, value));
        }

        private static double min(Stream<Double> values) {
            return values.mapToDouble(Double::doubleValue).min().orElse(0);
        }
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
