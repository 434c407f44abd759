package org.sistercities.web.map;

import java.util.List;
import java.util.Locale;
import org.sistercities.web.map.EqualEarth.Point;

/** The {@code d} of an SVG path: from the first point in steps of a tenth of a unit, as short as it can be written. */
final class PathText {
    private static final double TENTHS = 10;

    private final StringBuilder text = new StringBuilder();

    PathText add(List<Position> line) {
        long x = 0;
        long y = 0;
        for (int i = 0; i < line.size(); i++) {
            Point point = EqualEarth.project(line.get(i));
            long nextX = Math.round(point.x() * TENTHS);
            long nextY = Math.round(point.y() * TENTHS);
            if (i == 0) text.append('M').append(tenths(nextX)).append(' ').append(tenths(nextY));
            else if (nextX != x || nextY != y) step(i == 1, nextX - x, nextY - y);
            x = nextX;
            y = nextY;
        }
        return this;
    }

    PathText close() {
        text.append('z');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void step(boolean first, long x, long y) {
        if (first) text.append('l');
        else if (x >= 0) text.append(' ');
        text.append(tenths(x));
        if (y >= 0) text.append(' ');
        text.append(tenths(y));
    }

    private static String tenths(long value) {
        return value % 10 == 0 ? Long.toString(value / 10) : String.format(Locale.ROOT, "%.1f", value / TENTHS);
    }
}
