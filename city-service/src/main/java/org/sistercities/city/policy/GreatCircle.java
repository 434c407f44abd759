package org.sistercities.city.policy;

import org.sistercities.city.registry.CitySummary;

/** Distances on a sphere of the earth's mean radius; the real earth differs by half a per cent at most. */
final class GreatCircle {
    private static final double EARTH_RADIUS_KM = 6371.0088;

    private GreatCircle() {}

    static double kilometres(CitySummary a, CitySummary b) {
        double fromLatitude = Math.toRadians(a.latitude());
        double toLatitude = Math.toRadians(b.latitude());
        double north = Math.sin((toLatitude - fromLatitude) / 2);
        double east = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
        double haversine = north * north + Math.cos(fromLatitude) * Math.cos(toLatitude) * east * east;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
