package org.sistercities.events.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.GALA_NIGHT;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventsDomainEvent.AdmissionUndone;
import org.sistercities.contracts.EventsDomainEvent.GuestAdmitted;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdmissionTest {
    private static final Instant NOW = GALA_NIGHT.plusSeconds(3600);
    private final Scan north = new Scan("s1", GALA_NIGHT, "North door");
    private final Scan south = new Scan("s2", GALA_NIGHT.plusSeconds(60), "South door");
    private final Scan cellar = new Scan("s0", GALA_NIGHT.minusSeconds(60), "Cellar");
    private final Admission admitted = admission(north);

    @Test
    void the_first_scan_admits_and_is_announced_without_a_name() {
        assertThat(admitted.born(NOW).events()).containsExactly(announced(GALA_NIGHT));
    }

    @Test
    void a_second_scan_is_a_duplicate_that_tells_of_the_first() {
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> admitted.admit(south, NOW))
                .satisfies(refused -> assertThat(refused.facts())
                        .containsEntry("entry", Refusal.DUPLICATE)
                        .containsEntry("firstAt", GALA_NIGHT)
                        .containsEntry("firstBy", "North door"));
    }

    @Test
    void the_same_scan_again_changes_nothing() {
        assertThat(admitted.admit(north, NOW).state()).isSameAs(admitted);
        assertThat(admitted.merge(north, NOW).events()).isEmpty();
    }

    @Test
    void the_earliest_scan_wins_when_an_offline_device_tells_its_own() {
        var merged = admitted.merge(cellar, NOW);
        assertThat(merged.state().first()).contains(cellar);
        assertThat(merged.state().scans()).containsExactly(cellar, north);
        assertThat(merged.events()).containsExactly(announced(cellar.at()));
        var later = merged.state().merge(south, NOW);
        assertThat(later.state().scans()).containsExactly(cellar, north, south);
        assertThat(later.events()).isEmpty();
    }

    @Test
    void the_order_in_which_offline_devices_tell_does_not_matter() {
        var one = admission(cellar).merge(south, NOW).state().merge(north, NOW).state();
        var other =
                admission(south).merge(north, NOW).state().merge(cellar, NOW).state();
        assertThat(one).isEqualTo(other);
    }

    @Test
    void undone_the_ticket_admits_again_but_the_scan_that_was_undone_does_not() {
        var undone = admitted.undo("erin", NOW);
        assertThat(undone.events()).containsExactly(new AdmissionUndone("r-2", "gala", "r", 2, "vip", NOW));
        assertThat(undone.state().undone()).containsExactly(new Admission.Undo(NOW, "erin", List.of(north)));
        assertThat(undone.state().undo("erin", NOW).events()).isEmpty();
        assertThat(undone.state().merge(north, NOW).state().first()).isEmpty();
        assertThat(undone.state().admit(south, NOW).state().first()).contains(south);
    }

    @Test
    void an_offline_devices_scan_is_answered_with_every_conflict() {
        var merged = admitted.merge(cellar, NOW).state();
        assertThat(Scanned.of("s0", merged)).isEqualTo(new Scanned("s0", "ADMITTED", "r-2", cellar, List.of(north)));
        assertThat(Scanned.of("s1", merged)).isEqualTo(new Scanned("s1", "DUPLICATE", "r-2", cellar, List.of()));
    }

    private static Admission admission(Scan scan) {
        return new Admission("r-2", "gala", "r", 2, "vip", List.of(scan), List.of());
    }

    private static GuestAdmitted announced(Instant admittedAt) {
        return new GuestAdmitted("r-2", "gala", "r", 2, "vip", admittedAt, NOW);
    }
}
