package org.sistercities.web.map;

import java.util.List;
import java.util.Locale;

/** Many lines and the places they join, as one drawing that pages refer to as {@code #lines} and {@code #places}. */
public final class Lines {
    private static final int EVERY = 3; // of points two degrees apart: nobody sees the difference

    private final PathText lines = new PathText();
    private final StringBuilder places = new StringBuilder();

    /** Adds a partnership's line, cut at the antimeridian; it begins and ends at a city. */
    public Lines add(List<List<Position>> parts) {
        for (var part : parts) lines.add(thinned(part));
        place(parts.getFirst().getFirst());
        place(parts.getLast().getLast());
        return this;
    }

    public String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><path id=\"lines\" vector-effect=\"non-scaling-stroke\" d=\""
                + lines + "\"/><path id=\"places\" vector-effect=\"non-scaling-stroke\" d=\"" + places + "\"/></svg>";
    }

    /** A point of no length, which a round pen makes a dot of. */
    private void place(Position position) {
        var point = EqualEarth.project(position);
        places.append(String.format(Locale.ROOT, "M%.1f %.1fh0", point.x(), point.y()));
    }

    private static List<Position> thinned(List<Position> part) {
        int last = part.size() - 1;
        return java.util.stream.IntStream.rangeClosed(0, last)
                .filter(i -> i % EVERY == 0 || i == last)
                .mapToObj(part::get)
                .toList();
    }
}
