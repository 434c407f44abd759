package org.sistercities.web.map;

/**
 * The Equal Earth projection (Šavrič, Patterson and Jenny, 2018): equal areas, straight parallels, a friendly outline. The world is
 * 1,000 units wide with the equator and Greenwich in the middle; y grows downwards, as on a screen.
 */
final class EqualEarth {
    static final double WIDTH = 1000;

    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double M = Math.sqrt(3) / 2;
    private static final double SCALE = WIDTH / 2 / x(Math.PI, 0);

    /** From the equator to a pole. */
    private static final double HALF_HEIGHT = SCALE * y(Math.asin(M));

    static final double HEIGHT = 2 * HALF_HEIGHT;

    private EqualEarth() {}

    /** A point of the map. */
    record Point(double x, double y) {}

    static Point project(Position position) {
        double parameter = Math.asin(M * Math.sin(Math.toRadians(position.latitude())));
        double x = x(Math.toRadians(position.longitude()), parameter);
        return new Point(WIDTH / 2 + SCALE * x, HALF_HEIGHT - SCALE * y(parameter));
    }

    private static double x(double longitude, double parameter) {
        double square = parameter * parameter;
        double sixth = square * square * square;
        return longitude * Math.cos(parameter) / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)));
    }

    private static double y(double parameter) {
        double square = parameter * parameter;
        double sixth = square * square * square;
        return parameter * (A1 + A2 * square + sixth * (A3 + A4 * square));
    }
}
