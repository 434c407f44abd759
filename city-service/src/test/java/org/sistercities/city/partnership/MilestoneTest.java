package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.city.partnership.APartnership.ANNA;
import static org.sistercities.city.partnership.APartnership.NOON;
import static org.sistercities.city.partnership.APartnership.TEXT;
import static org.sistercities.city.partnership.APartnership.WITH_NOTE;
import static org.sistercities.city.partnership.APartnership.parties;
import static org.sistercities.city.partnership.APartnership.signing;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.partnership.Milestone.What;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MilestoneTest {
    private static final String TODAY = APartnership.TODAY.toString();

    @Test
    void only_the_last_signature_is_one() {
        var agreed = APartnership.anAgreedPartnership("a", "b");
        var half = agreed.sign(signing("a"), ANNA).state();
        var whole = half.sign(signing("b"), ANNA).state();

        assertThat(Milestone.of(agreed)).isEmpty();
        assertThat(Milestone.of(half)).isEmpty();
        assertThat(Milestone.of(whole)).containsExactly(new Milestone(What.SIGNED, Kind.SISTER, TODAY));
    }

    @Test
    void friends_who_became_sisters_have_both_dates() {
        var friends = recorded(PartialDate.ofYear(1999));
        var half = friends.agree(TEXT, Kind.SISTER, ANNA)
                .state()
                .sign(signing("b"), ANNA)
                .state();
        var sisters = half.sign(signing("a"), ANNA).state();

        var recorded = new Milestone(What.RECORDED, Kind.FRIENDSHIP, "1999");
        assertThat(Milestone.of(half)).containsExactly(recorded);
        assertThat(Milestone.of(sisters)).containsExactly(recorded, new Milestone(What.UPGRADED, Kind.SISTER, TODAY));
    }

    @Test
    void what_comes_later_has_the_day_it_was_told() {
        var over = recorded(null)
                .take(Move.DEACTIVATE, null, WITH_NOTE)
                .state()
                .take(Move.HONOUR, null, WITH_NOTE)
                .state();

        assertThat(Milestone.of(over))
                .containsExactly(
                        new Milestone(What.RECORDED, Kind.FRIENDSHIP, null),
                        new Milestone(What.DEACTIVATED, Kind.FRIENDSHIP, TODAY),
                        new Milestone(What.HONOURED, Kind.FRIENDSHIP, TODAY));
    }

    @Test
    void what_was_never_signed_has_none() {
        var declined = APartnership.aPartnership("a", "b")
                .take(Move.REJECT, null, WITH_NOTE)
                .state();

        assertThat(Milestone.of(declined)).isEmpty();
    }

    private static Partnership recorded(PartialDate since) {
        return Partnership.recorded(Kind.FRIENDSHIP, parties("a", "b"), since, "anna", NOON)
                .state();
    }
}
