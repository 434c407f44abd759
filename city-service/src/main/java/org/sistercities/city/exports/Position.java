package org.sistercities.city.exports;

/** A place on the globe in degrees; longitude from -180 to 180. */
record Position(double longitude, double latitude) {
    private static final double FIVE_DECIMALS = 100_000; // about a metre

    Position rounded() {
        return new Position(round(longitude), round(latitude));
    }

    private static double round(double degrees) {
        return Math.round(degrees * FIVE_DECIMALS) / FIVE_DECIMALS;
    }
}
