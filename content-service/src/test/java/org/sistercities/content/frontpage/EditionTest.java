package org.sistercities.content.frontpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.frontpage.Edition.Stage;
import org.sistercities.content.frontpage.Slot.Kind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EditionTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Slot> HERO = List.of(slot(Kind.HERO, 1));
    private static final List<Slot> EVENTS = List.of(slot(Kind.EVENTS, 3));

    private final Edition draft = Edition.draft("e1", HERO, null, "ed", NOON).state();

    @Test
    void a_planned_one_is_public_from_its_time_on_and_nothing_has_to_happen_for_that() {
        var planned = draft.plan(NOON.plusSeconds(60), "ed", NOON).state();

        assertThat(draft.stage(NOON.plusSeconds(999))).isEqualTo(Stage.DRAFT);
        assertThat(planned.stage(NOON.plusSeconds(59))).isEqualTo(Stage.PLANNED);
        assertThat(planned.stage(NOON.plusSeconds(60))).isEqualTo(Stage.PUBLIC);
    }

    @Test
    void until_then_it_may_change_and_be_taken_back() {
        var planned = draft.plan(NOON.plusSeconds(60), "ed", NOON).state();

        assertThat(planned.revise(EVENTS, "fewer", "eve", NOON.plusSeconds(1))
                        .state()
                        .from())
                .isEqualTo(NOON.plusSeconds(60));
        assertThat(planned.plan(null, "ed", NOON.plusSeconds(1)).state().stage(NOON.plusSeconds(61)))
                .isEqualTo(Stage.DRAFT);
    }

    @Test
    void what_visitors_have_seen_does_not_change() {
        var shown = draft.publish("ed", NOON).state();

        assertThatThrownBy(() -> shown.revise(EVENTS, null, "ed", NOON)).isInstanceOf(Edition.EditionIsPublic.class);
        assertThatThrownBy(() -> shown.plan(null, "ed", NOON)).isInstanceOf(Edition.EditionIsPublic.class);
        assertThat(shown.publish("ed", NOON.plusSeconds(9)).state()).isEqualTo(shown);
    }

    @Test
    void nothing_takes_over_in_the_past() {
        assertThatThrownBy(() -> draft.plan(NOON, "ed", NOON)).isInstanceOf(Edition.TimeIsNotAhead.class);
    }

    @Test
    void a_slot_has_what_it_is_for() {
        for (var kind : List.of(Kind.HERO, Kind.FEATURES, Kind.CAMPAIGN, Kind.EVENTS, Kind.MISSION, Kind.DONATE))
            assertThatThrownBy(() -> Edition.draft("e", List.of(slot(kind, 0)), null, "ed", NOON))
                    .as(kind.name())
                    .isInstanceOf(Edition.SlotIsEmpty.class);
        assertThat(Edition.draft("e", List.of(slot(Kind.CITY_SEARCH, 0)), null, "ed", NOON)
                        .state()
                        .slots())
                .hasSize(1);
    }

    private static Slot slot(Kind kind, int fill) {
        return new Slot(kind, null, null, List.of(), fill, null, null, null);
    }
}
