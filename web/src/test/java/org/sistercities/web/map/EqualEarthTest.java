package org.sistercities.web.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EqualEarthTest {
    private static final Offset<Double> HAIR = within(0.05);

    @Test
    void the_middle_of_the_map_is_where_the_equator_meets_greenwich() {
        var point = EqualEarth.project(new Position(0, 0));
        assertThat(point.x()).isEqualTo(500, HAIR);
        assertThat(point.y()).isEqualTo(EqualEarth.HEIGHT / 2, HAIR);
    }

    @Test
    void the_world_is_as_wide_as_the_equator() {
        assertThat(EqualEarth.project(new Position(-180, 0)).x()).isEqualTo(0, HAIR);
        assertThat(EqualEarth.project(new Position(180, 0)).x()).isEqualTo(1000, HAIR);
    }

    /** The ratios of the projection's authors: 2.05458 to 1, and poles 0.59247 as long as the equator. */
    @Test
    void it_has_the_outline_its_authors_gave_it() {
        assertThat(EqualEarth.WIDTH / EqualEarth.HEIGHT).isEqualTo(2.05458, within(0.0001));
        double pole = EqualEarth.project(new Position(180, 90)).x()
                - EqualEarth.project(new Position(-180, 90)).x();
        assertThat(pole / EqualEarth.WIDTH).isEqualTo(0.59247, within(0.0001));
    }

    @Test
    void parallels_are_straight() {
        assertThat(EqualEarth.project(new Position(-122, 47)).y())
                .isEqualTo(EqualEarth.project(new Position(139, 47)).y(), HAIR);
    }

    /** A square degree is worth what it is on the globe: the cosine of its latitude. */
    @ParameterizedTest
    @CsvSource({"0, 0", "60, 0", "-45, 120", "75, -90"})
    void areas_are_equal(double latitude, double longitude) {
        assertThat(areaAt(latitude, longitude) / Math.cos(Math.toRadians(latitude)))
                .isEqualTo(areaAt(0, 0), within(areaAt(0, 0) * 0.001));
    }

    private static double areaAt(double latitude, double longitude) {
        double step = 0.01;
        var here = EqualEarth.project(new Position(longitude, latitude));
        var east = EqualEarth.project(new Position(longitude + step, latitude));
        var north = EqualEarth.project(new Position(longitude, latitude + step));
        return Math.abs((east.x() - here.x()) * (north.y() - here.y()) - (east.y() - here.y()) * (north.x() - here.x()))
                / (step * step);
    }
}
