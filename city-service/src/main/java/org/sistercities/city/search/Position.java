package org.sistercities.city.search;

import org.sistercities.city.registry.CitySummary;

/** A place on earth in WGS 84 degrees. */
record Position(double latitude, double longitude) {
    private static final double EARTH_DIAMETER_KILOMETRES = 2 * 6_371.0088;

    /** Along the great circle, on a sphere. */
    double kilometresTo(CitySummary city) {
        double north = Math.toRadians(city.latitude() - latitude) / 2;
        double east = Math.toRadians(city.longitude() - longitude) / 2;
        double haversine = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(city.latitude()))
                        * Math.pow(Math.sin(east), 2);
        return EARTH_DIAMETER_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
