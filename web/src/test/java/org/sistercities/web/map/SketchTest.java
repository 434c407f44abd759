package org.sistercities.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SketchTest {
    private static final Position SEATTLE = new Position(-122.33, 47.61);
    private static final Position BERGEN = new Position(5.33, 60.39);
    private static final Position KOBE = new Position(135.18, 34.69);
    private static final Position LIMERICK = new Position(-8.62, 52.66);

    @Test
    void it_shows_what_is_joined_and_not_much_more() {
        var box = box(new Sketch.Drawing().line(LIMERICK, BERGEN, "line").sketch());
        assertThat(box[2]).isLessThan(250);
        assertThat(box[2] / box[3]).isBetween(1.98, 2.02);
    }

    @Test
    void nothing_joined_lies_outside() {
        var sketch = new Sketch.Drawing()
                .line(SEATTLE, BERGEN, "line")
                .dot(SEATTLE, "Seattle", "city")
                .dot(BERGEN, "Bergen", "city")
                .sketch();
        var box = box(sketch);
        assertThat(sketch.dots()).allSatisfy(dot -> {
            assertThat(Double.parseDouble(dot.x())).isBetween(box[0], box[0] + box[2]);
            assertThat(Double.parseDouble(dot.y())).isBetween(box[1], box[1] + box[3]);
        });
    }

    @Test
    void a_line_round_the_back_is_in_two_parts_on_the_whole_world() {
        var sketch = new Sketch.Drawing().line(SEATTLE, KOBE, "line").sketch();
        assertThat(sketch.lines()
                        .getFirst()
                        .path()
                        .chars()
                        .filter(c -> c == 'M')
                        .count())
                .isEqualTo(2);
        assertThat(box(sketch)[2]).isEqualTo(1000);
    }

    @Test
    void a_single_place_is_seen_with_its_continent() {
        assertThat(box(new Sketch.Drawing().dot(BERGEN, "Bergen", "city").sketch())[2])
                .isEqualTo(170);
    }

    @Test
    void the_land_is_drawn_small() {
        assertThat(World.svg()).startsWith("<svg").contains("id=\"land\"").hasSizeBetween(15_000, 60_000);
        assertThat(World.svg()).doesNotContain("NaN", "E-");
    }

    private static double[] box(Sketch sketch) {
        return Arrays.stream(sketch.viewBox().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
