package org.sistercities.city.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GreatCircleTest {
    private static final Position SEATTLE = new Position(-122.33207, 47.60621);
    private static final Position BERGEN = new Position(5.32415, 60.39299);
    private static final Position KOBE = new Position(135.183, 34.6913);

    @Test
    void it_goes_over_greenland_rather_than_along_the_parallel() {
        var line = GreatCircle.line(SEATTLE, BERGEN);
        assertThat(line).hasSize(1);
        assertThat(line.getFirst()).startsWith(SEATTLE).endsWith(BERGEN).anyMatch(point -> point.latitude() > 70);
    }

    @Test
    void at_the_antimeridian_it_is_cut_in_two() {
        var line = GreatCircle.line(SEATTLE, KOBE);
        assertThat(line).hasSize(2);
        assertThat(line.getFirst().getFirst()).isEqualTo(SEATTLE);
        assertThat(line.getFirst().getLast().longitude()).isEqualTo(-180);
        assertThat(line.getLast().getFirst().longitude()).isEqualTo(180);
        assertThat(line.getLast().getFirst().latitude())
                .isEqualTo(line.getFirst().getLast().latitude())
                .isBetween(45.0, 55.0);
        assertThat(line.getLast().getLast()).isEqualTo(KOBE);
    }

    @Test
    void along_the_equator_it_crosses_at_the_equator() {
        var line = GreatCircle.line(new Position(179, 0), new Position(-179, 0));
        assertThat(line)
                .containsExactly(
                        List.of(new Position(179, 0), new Position(180, 0)),
                        List.of(new Position(-180, 0), new Position(-179, 0)));
    }

    @Test
    void an_end_on_the_antimeridian_leaves_no_part_without_length() {
        for (var line : List.of(
                GreatCircle.line(new Position(-179, 0), new Position(180, 0)),
                GreatCircle.line(new Position(180, 0), new Position(-179, 0))))
            assertThat(line).hasSize(1).allSatisfy(part -> assertThat(part).hasSizeGreaterThan(1));
    }

    @Test
    void between_antipodes_there_is_a_way_too() {
        assertThat(GreatCircle.line(new Position(10, 20), new Position(-170, -20)))
                .allSatisfy(part -> assertThat(part)
                        .allSatisfy(point -> assertThat(point.latitude()).isBetween(-90.0, 90.0)));
    }

    @RepeatedTest(300)
    void any_two_places_are_joined_by_short_steps_without_a_jump_around_the_world(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var from = anywhere(random);
        var to = anywhere(random);
        var line = GreatCircle.line(from, to);
        assertThat(line.getFirst().getFirst()).isEqualTo(from.rounded());
        assertThat(line.getLast().getLast()).isEqualTo(to.rounded());
        double length = 0;
        for (var part : line) {
            assertThat(part).hasSizeGreaterThan(1);
            for (int i = 1; i < part.size(); i++) {
                var a = part.get(i - 1);
                var b = part.get(i);
                assertThat(Math.abs(a.longitude() - b.longitude())).isLessThanOrEqualTo(180);
                assertThat(angle(a, b)).isLessThan(2.01);
                length += angle(a, b);
            }
        }
        assertThat(length).as("the shortest way").isCloseTo(angle(from, to), within(0.01));
    }

    private static Position anywhere(Random random) {
        return new Position(random.nextDouble(-180, 180), Math.toDegrees(Math.asin(random.nextDouble(-1, 1))));
    }

    /** Degrees between two places by the haversine formula. */
    private static double angle(Position a, Position b) {
        double latitudes = Math.sin(Math.toRadians(b.latitude() - a.latitude()) / 2);
        double longitudes = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
        double h = latitudes * latitudes
                + Math.cos(Math.toRadians(a.latitude()))
                        * Math.cos(Math.toRadians(b.latitude()))
                        * longitudes
                        * longitudes;
        return Math.toDegrees(2 * Math.asin(Math.min(1, Math.sqrt(h))));
    }
}
