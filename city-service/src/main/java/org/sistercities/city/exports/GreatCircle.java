package org.sistercities.city.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shortest way over the globe, as points not more than two degrees apart; cut in two at the antimeridian, for a line that
 * crosses it would be drawn around the world (RFC 7946, 3.1.9).
 */
final class GreatCircle {
    private static final double STEP = Math.toRadians(2);
    private static final double HALF_WAY_ROUND = Math.toRadians(179.9);
    private static final Position NORTH_POLE = new Position(0, 90);
    private static final double HALF_CIRCLE = 180;

    private GreatCircle() {}

    /** A point of the unit sphere: x to longitude 0, y to longitude 90, z to the north pole. */
    private record Vector(double x, double y, double z) {

        static Vector of(Position position) {
            double longitude = Math.toRadians(position.longitude());
            double latitude = Math.toRadians(position.latitude());
            double fromAxis = Math.cos(latitude);
            return new Vector(fromAxis * Math.cos(longitude), fromAxis * Math.sin(longitude), Math.sin(latitude));
        }

        Vector and(double part, Vector other, double otherPart) {
            return new Vector(
                    part * x + otherPart * other.x, part * y + otherPart * other.y, part * z + otherPart * other.z);
        }

        double angleTo(Vector other) {
            var difference = and(1, other, -1);
            double chord =
                    Math.sqrt(difference.x * difference.x + difference.y * difference.y + difference.z * difference.z);
            return 2 * Math.asin(Math.min(1, chord / 2));
        }

        Position position() {
            return new Position(Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
        }
    }

    /** The line as one part, or as two or more where it crosses the antimeridian; each part has two points at least. */
    static List<List<Position>> line(Position from, Position to) {
        var points = points(from, to);
        var parts = new ArrayList<List<Position>>();
        var part = new ArrayList<>(List.of(points.getFirst().rounded()));
        for (int i = 1; i < points.size(); i++) {
            var before = points.get(i - 1);
            var next = points.get(i);
            if (Math.abs(next.longitude() - before.longitude()) > HALF_CIRCLE) {
                double latitude = crossing(before, next);
                double edge = Math.copySign(HALF_CIRCLE, before.longitude());
                part.add(new Position(edge, latitude).rounded());
                parts.add(part);
                part = new ArrayList<>(List.of(new Position(-edge, latitude).rounded()));
            }
            part.add(next.rounded());
        }
        parts.add(part);
        return parts.size() == 1 ? parts : withoutEmpty(parts);
    }

    /** Points from one end to the other, both as they were given. */
    private static List<Position> points(Position from, Position to) {
        var a = Vector.of(from);
        var b = Vector.of(to);
        double angle = a.angleTo(b);
        if (angle > HALF_WAY_ROUND) return overThePole(from, to);
        var points = new ArrayList<>(List.of(from));
        int steps = (int) Math.ceil(angle / STEP);
        for (int i = 1; i < steps; i++) {
            double share = (double) i / steps;
            points.add(a.and(Math.sin((1 - share) * angle), b, Math.sin(share * angle))
                    .position());
        }
        points.add(to);
        return points;
    }

    /** Between antipodes every way is as short. */
    private static List<Position> overThePole(Position from, Position to) {
        return Stream.concat(points(from, NORTH_POLE).stream(), points(NORTH_POLE, to).stream())
                .toList();
    }

    /** The latitude at which two near points' great circle meets the antimeridian, where y is 0. */
    private static double crossing(Position before, Position next) {
        var a = Vector.of(before);
        var b = Vector.of(next);
        return Math.abs(a.y() - b.y()) < 1e-12
                ? before.latitude()
                : a.and(Math.abs(b.y()), b, Math.abs(a.y())).position().latitude();
    }

    /** An end that lies on the antimeridian itself leaves a part without length. */
    private static List<List<Position>> withoutEmpty(List<List<Position>> parts) {
        return parts.stream()
                .filter(part -> part.stream().distinct().count() > 1)
                .toList();
    }
}
