package org.sistercities.web.map;

import java.util.ArrayList;
import java.util.List;

/** The shortest way between two places, cut where it leaves the map at one side and comes back at the other. */
final class GreatCircle {
    private static final double STEP = Math.toRadians(4);
    private static final double ALMOST_HALF_ROUND = Math.toRadians(179.9);
    private static final double HALF_ROUND = 180;

    private GreatCircle() {}

    /** A point of the unit sphere. */
    private record Vector(double x, double y, double z) {

        static Vector of(Position position) {
            double longitude = Math.toRadians(position.longitude());
            double latitude = Math.toRadians(position.latitude());
            return new Vector(
                    Math.cos(latitude) * Math.cos(longitude),
                    Math.cos(latitude) * Math.sin(longitude),
                    Math.sin(latitude));
        }

        Vector times(double share, Vector other, double otherShare) {
            return new Vector(
                    share * x + otherShare * other.x,
                    share * y + otherShare * other.y,
                    share * z + otherShare * other.z);
        }

        double angleTo(Vector other) {
            var apart = times(1, other, -1);
            double chord = Math.sqrt(apart.x * apart.x + apart.y * apart.y + apart.z * apart.z);
            return 2 * Math.asin(Math.min(1, chord / 2));
        }

        Position position() {
            return new Position(Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
        }
    }

    /** In one part, or in two when it crosses the antimeridian; each part has two points at least. */
    static List<List<Position>> between(Position from, Position to) {
        var parts = new ArrayList<List<Position>>();
        var part = new ArrayList<Position>();
        Position before = from;
        for (var next : points(from, to)) {
            if (Math.abs(next.longitude() - before.longitude()) > HALF_ROUND) {
                double edge = Math.copySign(HALF_ROUND, before.longitude());
                double latitude = crossing(Vector.of(before), Vector.of(next));
                part.add(new Position(edge, latitude));
                parts.add(part);
                part = new ArrayList<>(List.of(new Position(-edge, latitude)));
            }
            part.add(next);
            before = next;
        }
        parts.add(part);
        return parts;
    }

    /** Where the great circle through two near points meets the antimeridian, on which y is 0. */
    private static double crossing(Vector a, Vector b) {
        return a.times(Math.abs(b.y()), b, Math.abs(a.y())).position().latitude();
    }

    private static List<Position> points(Position from, Position to) {
        var a = Vector.of(from);
        var b = Vector.of(to);
        double angle = a.angleTo(b);
        if (angle > ALMOST_HALF_ROUND) return overThePole(from, to);
        int steps = Math.max(1, (int) Math.ceil(angle / STEP));
        var points = new ArrayList<>(List.of(from));
        for (int i = 1; i < steps; i++) {
            double share = (double) i / steps;
            points.add(a.times(Math.sin((1 - share) * angle), b, Math.sin(share * angle))
                    .position());
        }
        points.add(to);
        return points;
    }

    /** Between antipodes every way is as short. */
    private static List<Position> overThePole(Position from, Position to) {
        var pole = new Position(from.longitude(), 90);
        var points = new ArrayList<>(points(from, pole));
        points.addAll(points(new Position(to.longitude(), 90), to));
        return points;
    }
}
