package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.sistercities.city.partnership.APartnership.ANNA;
import static org.sistercities.city.partnership.APartnership.NOON;
import static org.sistercities.city.partnership.APartnership.parties;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipRecorded;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProposingTest {

    @Test
    void a_proposal_begins_the_history_and_is_announced() {
        var change = Partnership.propose("p1", Proposal.of(Kind.SISTER, parties("lockport", "asiago")), ANNA);

        assertThat(change.state().status()).isEqualTo(Status.PROPOSED);
        assertThat(change.state().history())
                .extracting(Step::what, Step::status, Step::by, Step::at)
                .containsExactly(tuple(Step.What.PROPOSED, Status.PROPOSED, "anna", NOON));
        assertThat(change.events())
                .containsExactly(new PartnershipProposed("p1", "SISTER", parties("asiago", "lockport"), NOON));
    }

    @Test
    void a_partnership_is_undirected() {
        var one = Partnership.propose("p1", Proposal.of(Kind.SISTER, parties("a", "b", "c")), ANNA)
                .state();
        var other = Partnership.propose("p2", Proposal.of(Kind.SISTER, parties("c", "a", "b")), ANNA)
                .state();

        assertThat(one.bonds()).isEqualTo(other.bonds());
    }

    @Test
    void another_kind_is_another_bond() {
        var sisters = Partnership.propose("p1", Proposal.of(Kind.SISTER, parties("a", "b")), ANNA)
                .state();
        var friends = Partnership.propose("p2", Proposal.of(Kind.FRIENDSHIP, parties("a", "b")), ANNA)
                .state();

        assertThat(sisters.bonds()).doesNotContainAnyElementsOf(friends.bonds());
    }

    @Test
    void one_city_is_too_few() {
        assertThatThrownBy(() -> Partnership.propose("p1", Proposal.of(Kind.SISTER, parties("a")), ANNA))
                .isInstanceOf(Refused.TooFewParties.class);
    }

    @Test
    void nobody_is_a_partner_of_themselves() {
        assertThatThrownBy(() -> Partnership.propose("p1", Proposal.of(Kind.SISTER, parties("a", "b", "a")), ANNA))
                .isInstanceOf(Refused.SameCityTwice.class);
    }

    @Test
    void one_from_a_list_is_active_at_once_and_its_year_may_be_all_that_is_known() {
        var change =
                Partnership.recorded(Kind.SISTER, parties("seattle", "bergen"), PartialDate.ofYear(1967), "anna", NOON);

        var recorded = change.state();
        assertThat(recorded.status()).isEqualTo(Status.ACTIVE);
        assertThat(recorded.since()).isEqualTo(new PartialDate("1967"));
        assertThat(change.events())
                .containsExactly(
                        new PartnershipRecorded(recorded.id(), "SISTER", parties("bergen", "seattle"), "1967", NOON));
    }

    @Test
    void one_from_a_list_has_the_same_id_whenever_and_whichever_way_round_it_is_listed() {
        var once = Partnership.recorded(Kind.SISTER, parties("a", "b"), null, "anna", NOON)
                .state();
        var again = Partnership.recorded(Kind.SISTER, parties("b", "a"), null, "ben", NOON.plusSeconds(1))
                .state();

        assertThat(again.id()).isEqualTo(once.id());
    }

    @Test
    void only_a_project_has_a_term_and_it_ends_in_the_future() {
        var later = LocalDate.of(2017, 10, 3);

        var project = Partnership.propose("p1", new Proposal(Kind.PROJECT, parties("a", "b"), later, List.of()), ANNA)
                .state();

        assertThat(project.standing().until()).isEqualTo(later);
        assertThatThrownBy(() -> new Proposal(Kind.SISTER, parties("a", "b"), later, List.of()))
                .isInstanceOf(Refused.NoFixedTerm.class);
        var over = new Proposal(Kind.PROJECT, parties("a", "b"), APartnership.TODAY, List.of());
        assertThatThrownBy(() -> Partnership.propose("p1", over, ANNA)).isInstanceOf(Refused.TermInThePast.class);
    }
}
