package org.sistercities.city.search;

/** The text {@code west,south,east,north} of a request, in WGS 84 degrees (RFC 7946, section 5). Spring reads it. */
record BoundingBox(Criteria.Box box) {

    /**
     * Reads a box.
     *
     * @throws IllegalArgumentException when it is no box on earth
     */
    public static BoundingBox valueOf(String text) {
        var parts = text.split(",", -1);
        if (parts.length != 4) throw new IllegalArgumentException(text);
        var box = new Criteria.Box(
                degrees(parts[0], 180, text),
                degrees(parts[1], 90, text),
                degrees(parts[2], 180, text),
                degrees(parts[3], 90, text));
        if (box.south() > box.north()) throw new IllegalArgumentException(text);
        return new BoundingBox(box);
    }

    private static double degrees(String part, int most, String text) {
        double degrees = Double.parseDouble(part.strip());
        if (Math.abs(degrees) <= most) return degrees;
        throw new IllegalArgumentException(text);
    }
}
