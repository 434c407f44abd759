package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.city.partnership.APartnership.ANNA;
import static org.sistercities.city.partnership.APartnership.NOON;
import static org.sistercities.city.partnership.APartnership.TEXT;
import static org.sistercities.city.partnership.APartnership.TODAY;
import static org.sistercities.city.partnership.APartnership.WITH_NOTE;
import static org.sistercities.city.partnership.APartnership.parties;
import static org.sistercities.city.partnership.APartnership.signing;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;

/** The upgrade is itself agreed and signed; until then they are friends as before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpgradingAFriendshipTest {
    private static final PartialDate YEAR = PartialDate.ofYear(1999);

    private final Partnership friends = Partnership.recorded(Kind.FRIENDSHIP, parties("a", "b"), YEAR, "anna", NOON)
            .state();

    @Test
    void it_keeps_its_id_and_both_dates() {
        var agreed = friends.agree(TEXT, Kind.SISTER, ANNA);
        var half = agreed.state().sign(signing("b"), ANNA);
        var sisters = half.state().sign(signing("a"), ANNA);

        assertThat(half.state().status()).isEqualTo(Status.ACTIVE);
        assertThat(half.state().kind()).isEqualTo(Kind.FRIENDSHIP);
        assertThat(sisters.state().id()).isEqualTo(friends.id());
        assertThat(sisters.state().standing())
                .isEqualTo(new Standing(
                        Kind.SISTER,
                        Status.ACTIVE,
                        PartialDate.of(TODAY),
                        new Standing.Stage(Kind.FRIENDSHIP, YEAR),
                        null));
        var id = friends.id();
        var hash = TEXT.textHash();
        assertThat(agreed.events()).containsExactly(new PartnershipAgreed(id, "SISTER", parties("a", "b"), hash, NOON));
        assertThat(half.events())
                .containsExactly(new PartnershipPartlySigned(id, "SISTER", parties("a", "b"), "b", NOON));
        assertThat(sisters.events())
                .containsExactly(new PartnershipSigned(id, "SISTER", parties("a", "b"), hash, TODAY, NOON));
    }

    @Test
    void while_it_waits_for_signatures_it_holds_both_bonds() {
        var agreed = friends.agree(TEXT, Kind.SISTER, ANNA).state();

        assertThat(friends.bonds()).containsExactly("FRIENDSHIP a b");
        assertThat(agreed.bonds()).containsExactly("FRIENDSHIP a b", "SISTER a b");
        var sisters =
                agreed.sign(signing("b"), ANNA).state().sign(signing("a"), ANNA).state();
        assertThat(sisters.bonds()).containsExactly("SISTER a b");
    }

    @Test
    void given_up_they_stay_friends_and_what_was_signed_stays_on_record() {
        var half = friends.agree(TEXT, Kind.SISTER, ANNA)
                .state()
                .sign(signing("b"), ANNA)
                .state();

        var dropped = half.take(Move.DROP_UPGRADE, null, WITH_NOTE).state();

        assertThat(dropped.standing()).isEqualTo(friends.standing());
        assertThat(dropped.bonds()).containsExactly("FRIENDSHIP a b");
        assertThat(dropped.papers().deeds()).hasSize(1);
        assertThatThrownBy(() -> dropped.sign(signing("a"), ANNA)).isInstanceOf(Refused.NothingToSign.class);
        assertThat(dropped.agree(TEXT, Kind.SISTER, ANNA).events())
                .as("they may try again")
                .hasSize(1);
    }

    @Test
    void the_same_words_may_make_friends_first_and_sisters_later() {
        var signed = APartnership.signed(Kind.FRIENDSHIP, "a", "b");

        var upgrading = signed.agree(TEXT, Kind.SISTER, ANNA);

        assertThat(upgrading.events()).hasSize(1);
        assertThat(upgrading.state().agree(TEXT, Kind.SISTER, ANNA).events()).isEmpty();
        assertThat(upgrading.state().sign(signing("a"), ANNA).events()).hasSize(1);
    }

    @Test
    void nothing_else_is_upgraded() {
        var sisters = APartnership.signed(Kind.SISTER, "a", "b");
        var resting = friends.take(Move.DEACTIVATE, null, WITH_NOTE).state();
        var proposed = APartnership.proposed(Kind.FRIENDSHIP, "a", "b");

        assertThatThrownBy(() -> sisters.agree(TEXT, Kind.FRIENDSHIP, ANNA)).isInstanceOf(Refused.NoUpgrade.class);
        assertThatThrownBy(() -> friends.agree(TEXT, Kind.PROJECT, ANNA)).isInstanceOf(Refused.NoUpgrade.class);
        assertThatThrownBy(() -> resting.agree(TEXT, Kind.SISTER, ANNA)).isInstanceOf(Refused.NoUpgrade.class);
        assertThatThrownBy(() -> proposed.agree(TEXT, Kind.SISTER, ANNA)).isInstanceOf(Refused.NoUpgrade.class);
    }
}
