package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.sistercities.city.partnership.APartnership.ANNA;
import static org.sistercities.city.partnership.APartnership.NOON;
import static org.sistercities.city.partnership.APartnership.TEXT;
import static org.sistercities.city.partnership.APartnership.TODAY;
import static org.sistercities.city.partnership.APartnership.aPartnership;
import static org.sistercities.city.partnership.APartnership.anAgreedPartnership;
import static org.sistercities.city.partnership.APartnership.mayorOf;
import static org.sistercities.city.partnership.APartnership.parties;
import static org.sistercities.city.partnership.APartnership.signing;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.signing.Signature;
import org.sistercities.city.signing.Signing;
import org.sistercities.city.signing.SigningRefused;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningAnAgreementTest {

    @Test
    void the_first_signature_is_announced_as_that_of_one_side() {
        var change = anAgreedPartnership("lockport", "asiago").sign(signing("lockport"), ANNA);

        assertThat(change.state().status()).isEqualTo(Status.PARTLY_SIGNED);
        assertThat(change.state().since()).isNull();
        assertThat(change.events())
                .containsExactly(
                        new PartnershipPartlySigned("p1", "SISTER", parties("asiago", "lockport"), "lockport", NOON));
    }

    @Test
    void the_last_signature_makes_it_active_and_announces_it() {
        var half = anAgreedPartnership("lockport", "asiago")
                .sign(signing("lockport"), ANNA)
                .state();

        var change = half.sign(signing("asiago"), ANNA);

        assertThat(change.state().status()).isEqualTo(Status.ACTIVE);
        assertThat(change.events())
                .containsExactly(new PartnershipSigned(
                        "p1", "SISTER", parties("asiago", "lockport"), TEXT.textHash(), TODAY, NOON));
    }

    @Test
    void its_date_is_that_of_the_last_signature_and_each_side_keeps_its_own() {
        var yesterday = TODAY.minusDays(1);
        var signed = anAgreedPartnership("lockport", "asiago")
                .sign(signing("lockport", TODAY), ANNA)
                .state()
                .sign(signing("asiago", yesterday), ANNA)
                .state();

        assertThat(signed.since()).isEqualTo(PartialDate.of(TODAY));
        assertThat(signatures(signed)).extracting(Signature::signedOn).containsExactly(TODAY, yesterday);
    }

    @Test
    void all_of_three_sides_must_sign() {
        var two = anAgreedPartnership("a", "b", "c")
                .sign(signing("a"), ANNA)
                .state()
                .sign(signing("b"), ANNA)
                .state();

        assertThat(two.status()).isEqualTo(Status.PARTLY_SIGNED);
        assertThat(two.sign(signing("c"), ANNA).state().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_signature_without_a_date_was_given_today() {
        var signed =
                anAgreedPartnership("a", "b").sign(signing("a", null), ANNA).state();

        assertThat(signatures(signed)).extracting(Signature::signedOn).containsExactly(TODAY);
    }

    @Test
    void told_twice_it_changes_nothing() {
        var half = anAgreedPartnership("a", "b").sign(signing("a"), ANNA).state();

        var again = half.sign(signing("a", null), Act.by("anna", NOON.plusSeconds(9)));

        assertThat(again.state()).isEqualTo(half);
        assertThat(again.events()).isEmpty();
    }

    @Test
    void a_signature_is_not_replaced_by_another_persons() {
        var half = anAgreedPartnership("a", "b").sign(signing("a"), ANNA).state();
        var other = new Signing("a", mayorOf("nowhere"), TEXT.textHash(), TODAY, TODAY, null, null);

        assertThatThrownBy(() -> half.sign(other, ANNA)).isInstanceOf(SigningRefused.AlreadySigned.class);
    }

    @Test
    void a_signature_under_another_text_is_refused() {
        var other = new Signing("a", mayorOf("a"), "0".repeat(64), TODAY, TODAY, null, null);

        assertThatThrownBy(() -> anAgreedPartnership("a", "b").sign(other, ANNA))
                .isInstanceOf(SigningRefused.DifferentText.class);
    }

    @Test
    void a_city_that_is_no_party_cannot_sign() {
        assertThatThrownBy(() -> anAgreedPartnership("a", "b").sign(signing("c"), ANNA))
                .isInstanceOf(SigningRefused.NotAParty.class);
    }

    @Test
    void nobody_has_signed_tomorrow() {
        assertThatThrownBy(() -> anAgreedPartnership("a", "b").sign(signing("a", TODAY.plusDays(1)), ANNA))
                .isInstanceOf(SigningRefused.SignedInTheFuture.class);
    }

    @Test
    void before_a_text_is_agreed_there_is_nothing_to_sign() {
        assertThatThrownBy(() -> aPartnership("a", "b").sign(signing("a"), ANNA))
                .isInstanceOf(Refused.NothingToSign.class);
    }

    @Test
    void every_step_is_in_the_history_and_each_causes_one_event() {
        var proposed = Partnership.propose("p1", Proposal.of(Kind.SISTER, parties("a", "b")), ANNA);
        var agreed = proposed.state().agree(TEXT, null, ANNA);
        var half = agreed.state().sign(signing("a"), ANNA);
        var signed = half.state().sign(signing("b"), Act.by("ben", NOON));

        assertThat(signed.state().history())
                .extracting(Step::what, Step::status, Step::by)
                .containsExactly(
                        tuple(Step.What.PROPOSED, Status.PROPOSED, "anna"),
                        tuple(Step.What.AGREED, Status.AGREED, "anna"),
                        tuple(Step.What.SIGNED, Status.PARTLY_SIGNED, "anna"),
                        tuple(Step.What.SIGNED, Status.ACTIVE, "ben"));
        assertThat(List.of(proposed, agreed, half, signed))
                .allSatisfy(change -> assertThat(change.events()).hasSize(1));
    }

    private static List<Signature> signatures(Partnership partnership) {
        return partnership.papers().deeds().getLast().signatures();
    }
}
