package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.city.partnership.APartnership.ANNA;
import static org.sistercities.city.partnership.APartnership.NOON;
import static org.sistercities.city.partnership.APartnership.TEXT;
import static org.sistercities.city.partnership.APartnership.WITH_NOTE;
import static org.sistercities.city.partnership.APartnership.parties;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.policy.Warning;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OverridingAWarningTest {
    private static final Warning OF_A = new Warning("too-far", "a", "B is 9000 km away.", null);
    private static final Warning OF_B = new Warning("one-per-country", "b", "B has C already.", null);

    private final Partnership warned = Partnership.propose(
                    "p1", new Proposal(Kind.SISTER, parties("a", "b"), null, List.of(OF_A, OF_B)), ANNA)
            .state();

    @Test
    void a_proposal_is_made_all_the_same_but_does_not_go_on() {
        assertThat(warned.status()).isEqualTo(Status.PROPOSED);
        assertThatThrownBy(() -> warned.take(Move.EXPLORE, null, ANNA)).isInstanceOf(Refused.WarningsStand.class);
        assertThatThrownBy(() -> warned.agree(TEXT, null, ANNA)).isInstanceOf(Refused.WarningsStand.class);
        var resolution = new Resolution("a", "Council", "1", APartnership.TODAY, null);
        assertThatThrownBy(() -> warned.resolve(resolution, ANNA)).isInstanceOf(Refused.WarningsStand.class);
    }

    @Test
    void it_can_be_taken_back_or_declined() {
        assertThat(warned.take(Move.REJECT, null, WITH_NOTE).state().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void a_city_overrides_its_own_warnings_and_the_note_stays_in_the_history() {
        var forA = warned.take(Move.OVERRIDE, null, new Act("a", "anna", "Students pay their flights.", null, NOON))
                .state();

        assertThat(forA.papers().warnings()).containsExactly(OF_A.overridden("Students pay their flights."), OF_B);
        assertThat(forA.history().getLast().note()).isEqualTo("Students pay their flights.");
        assertThatThrownBy(() -> forA.take(Move.EXPLORE, null, ANNA)).isInstanceOf(Refused.WarningsStand.class);
        var again = new Act("a", "anna", "Really.", null, NOON);
        assertThatThrownBy(() -> forA.take(Move.OVERRIDE, null, again)).isInstanceOf(Refused.NothingToOverride.class);
    }

    @Test
    void whoever_acts_for_all_overrides_all() {
        var overridden = warned.take(Move.OVERRIDE, null, WITH_NOTE).state();

        assertThat(overridden.take(Move.EXPLORE, null, ANNA).state().status()).isEqualTo(Status.EXPLORING);
    }
}
