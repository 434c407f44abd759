package org.sistercities.web.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GreatCircleTest {
    private static final Position SEATTLE = new Position(-122.33, 47.61);
    private static final Position BERGEN = new Position(5.33, 60.39);
    private static final Position KOBE = new Position(135.18, 34.69);

    @Test
    void it_joins_both_places() {
        var line = GreatCircle.between(SEATTLE, BERGEN).getFirst();
        assertThat(line.getFirst()).isEqualTo(SEATTLE);
        assertThat(line.getLast()).isEqualTo(BERGEN);
    }

    @Test
    void it_goes_over_greenland_from_seattle_to_bergen() {
        var northernmost = GreatCircle.between(SEATTLE, BERGEN).getFirst().stream()
                .mapToDouble(Position::latitude)
                .max()
                .orElseThrow();
        assertThat(northernmost).isBetween(69.0, 75.0);
    }

    @Test
    void across_the_pacific_it_leaves_at_one_side_and_comes_back_at_the_other() {
        var parts = GreatCircle.between(SEATTLE, KOBE);
        assertThat(parts).hasSize(2);
        var leaves = parts.getFirst().getLast();
        var comesBack = parts.getLast().getFirst();
        assertThat(leaves.longitude()).isEqualTo(-180);
        assertThat(comesBack.longitude()).isEqualTo(180);
        assertThat(leaves.latitude()).isEqualTo(comesBack.latitude());
        assertThat(leaves.latitude()).isBetween(45.0, 56.0);
    }

    @Test
    void the_way_back_crosses_at_the_same_latitude() {
        var there = GreatCircle.between(SEATTLE, KOBE).getFirst().getLast().latitude();
        var back = GreatCircle.between(KOBE, SEATTLE).getFirst().getLast().latitude();
        assertThat(back).isEqualTo(there, within(0.01));
    }

    @Test
    void no_step_jumps_across_the_map() {
        for (var part : GreatCircle.between(SEATTLE, KOBE))
            for (int i = 1; i < part.size(); i++)
                assertThat(Math.abs(part.get(i).longitude() - part.get(i - 1).longitude()))
                        .isLessThan(90);
    }

    @Test
    void antipodes_are_joined_over_the_pole() {
        var parts = GreatCircle.between(new Position(10, 40), new Position(-170, -40));
        assertThat(parts.stream().flatMap(List::stream)).anyMatch(point -> point.latitude() > 89);
    }

    @Test
    void a_place_is_joined_with_itself_without_a_fuss() {
        assertThat(GreatCircle.between(BERGEN, BERGEN)).containsExactly(List.of(BERGEN, BERGEN));
    }
}
