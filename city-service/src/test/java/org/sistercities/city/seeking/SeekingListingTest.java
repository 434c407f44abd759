package org.sistercities.city.seeking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.city.seeking.AListing.A_YEAR_LATER;
import static org.sistercities.city.seeking.AListing.CLERK;
import static org.sistercities.city.seeking.AListing.CONCORD;
import static org.sistercities.city.seeking.AListing.KILLARNEY;
import static org.sistercities.city.seeking.AListing.NOON;
import static org.sistercities.city.seeking.AListing.SECRETARY;
import static org.sistercities.city.seeking.AListing.aListing;
import static org.sistercities.city.seeking.AListing.ofInterestTo;
import static org.sistercities.city.seeking.AListing.posting;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.seeking.Interest.State;
import org.sistercities.contracts.CityDomainEvent.MutualInterestFound;
import org.sistercities.contracts.CityDomainEvent.SeekingPosted;
import org.sistercities.contracts.CityDomainEvent.SeekingWithdrawn;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeekingListingTest {

    @Test
    void a_listing_is_open_for_twelve_months_and_then_ends_by_itself() {
        var listing = aListing();
        assertThat(listing.until()).isEqualTo(A_YEAR_LATER);
        assertThat(listing.isOpen(A_YEAR_LATER.minusMillis(1))).isTrue();
        assertThat(listing.isOpen(A_YEAR_LATER)).isFalse();
    }

    @Test
    void it_is_told_without_its_contact() {
        var change = SeekingListing.first(CONCORD, posting("We race cars."), NOON);
        assertThat(change.events())
                .containsExactly(new SeekingPosted(
                        "seeking/concord",
                        CONCORD,
                        List.of("EUROPE"),
                        List.of("JP"),
                        List.of("en"),
                        List.of("YOUTH_AND_EDUCATION"),
                        A_YEAR_LATER,
                        NOON));
    }

    @Test
    void a_contact_has_no_text_form_that_a_log_could_keep() {
        assertThat(ofInterestTo(KILLARNEY).toString()).doesNotContain("Deason", "clerk@", "Maura", "sisters@", "704");
    }

    @Test
    void a_second_open_listing_is_refused_but_the_same_again_is_no_change() {
        assertThatThrownBy(() -> aListing().again(posting("We also farm."), NOON))
                .isInstanceOf(Refused.AlreadySeeking.class);
        assertThat(aListing().again(posting("We race cars."), NOON).events()).isEmpty();
    }

    @Test
    void after_the_last_one_has_ended_a_new_one_begins_without_the_old_interests() {
        var next = ofInterestTo(KILLARNEY)
                .again(posting("Still racing."), A_YEAR_LATER)
                .state();
        assertThat(next.isOpen(A_YEAR_LATER)).isTrue();
        assertThat(next.interests()).isEmpty();
        assertThat(next.edition()).isEqualTo(2);
    }

    @Test
    void only_the_edition_one_has_read_can_be_edited() {
        var edited = aListing().edit(1, posting("We also farm."), NOON);
        assertThat(edited.state().edition()).isEqualTo(2);
        assertThat(edited.state().until()).isEqualTo(A_YEAR_LATER);
        assertThatThrownBy(() -> edited.state().edit(1, posting("No."), NOON))
                .isInstanceOf(Refused.ListingHasChanged.class);
    }

    @Test
    void an_expired_listing_can_be_renewed_but_a_withdrawn_one_not() {
        var renewed = aListing().renew(A_YEAR_LATER.plusSeconds(60));
        assertThat(renewed.state().isOpen(A_YEAR_LATER.plusSeconds(3600))).isTrue();
        assertThat(renewed.events()).hasSize(1);
        assertThatThrownBy(() -> aListing().withdraw(NOON).state().renew(NOON)).isInstanceOf(Refused.NotSeeking.class);
    }

    @Test
    void what_is_too_long_is_refused() {
        assertThat(SeekingListing.first(CONCORD, posting("word ".repeat(350)), NOON)
                        .events())
                .hasSize(1);
        assertThatThrownBy(() -> SeekingListing.first(CONCORD, posting("word ".repeat(351)), NOON))
                .isInstanceOf(Refused.TooManyWords.class);
        assertThatThrownBy(() -> new Wanted(List.of(), List.of(), List.of(), List.of(), 10L, 9L))
                .isInstanceOf(Refused.EmptyPopulationBand.class);
    }

    @Test
    void contacts_are_shown_only_after_mutual_interest() {
        var declared = ofInterestTo(KILLARNEY);
        assertThat(declared.handshakeWith("killarney")).isEmpty();

        var mutual = declared.accept("killarney", NOON);
        assertThat(mutual.events())
                .containsExactly(new MutualInterestFound("seeking/concord", "concord", "killarney", NOON));
        assertThat(mutual.state().handshakeWith("killarney")).contains(new Handshake(CLERK, SECRETARY));
        assertThat(mutual.state().handshakeWith("asiago")).isEmpty();
    }

    @Test
    void a_declined_interest_leaves_no_contact_and_is_not_declared_again() {
        var declined = ofInterestTo(KILLARNEY).decline("killarney", NOON).state();
        assertThat(declined.existing("killarney").contact()).isNull();
        assertThatThrownBy(() -> declined.declareInterest(KILLARNEY, SECRETARY, NOON))
                .isInstanceOf(Refused.InterestWasDeclined.class);
        assertThatThrownBy(() -> declined.accept("killarney", NOON)).isInstanceOf(Refused.InterestWasDeclined.class);
        assertThat(declined.decline("killarney", NOON).state()).isEqualTo(declined);
    }

    @Test
    void an_acceptance_can_be_taken_back() {
        var declined = ofInterestTo(KILLARNEY).accept("killarney", NOON).state().decline("killarney", NOON);
        assertThat(declined.state().handshakeWith("killarney")).isEmpty();
    }

    @Test
    void an_interest_taken_back_hides_both_contacts_again() {
        var mutual = ofInterestTo(KILLARNEY).accept("killarney", NOON).state();
        var without = mutual.takeBackInterest("killarney").state();
        assertThat(without.interests()).isEmpty();
        assertThatThrownBy(() -> without.accept("killarney", NOON)).isInstanceOf(Refused.NoSuchInterest.class);
    }

    @Test
    void withdrawing_drops_what_is_undecided_but_keeps_hands_that_were_shaken() {
        var both = ofInterestTo(KILLARNEY)
                .declareInterest(
                        new org.sistercities.contracts.CityDomainEvent.Party("asiago", "Asiago", "IT"), CLERK, NOON)
                .state()
                .accept("killarney", NOON)
                .state();
        var withdrawn = both.withdraw(NOON);
        assertThat(withdrawn.events()).containsExactly(new SeekingWithdrawn("seeking/concord", "concord", NOON));
        assertThat(withdrawn.state().interests()).hasSize(1);
        assertThat(withdrawn.state().handshakeWith("killarney")).isPresent();
        assertThat(withdrawn.state().takeBackInterest("killarney").state().posting())
                .as("nobody needs the contact any more")
                .isNull();
        assertThat(aListing().withdraw(NOON).state().posting()).isNull();
    }

    @Test
    void interest_is_declared_in_open_listings_of_other_cities() {
        assertThatThrownBy(() -> aListing().declareInterest(CONCORD, CLERK, NOON))
                .isInstanceOf(Refused.OwnListing.class);
        assertThatThrownBy(() -> aListing().declareInterest(KILLARNEY, SECRETARY, A_YEAR_LATER))
                .isInstanceOf(Refused.NotSeeking.class);
        assertThatThrownBy(() -> ofInterestTo(KILLARNEY).accept("killarney", A_YEAR_LATER))
                .isInstanceOf(Refused.NotSeeking.class);
    }

    @Test
    void interest_declared_again_brings_the_contact_up_to_date_and_keeps_the_answer() {
        var mutual = ofInterestTo(KILLARNEY).accept("killarney", NOON).state();
        var again = mutual.declareInterest(KILLARNEY, CLERK, NOON).state();
        assertThat(again.existing("killarney").state()).isEqualTo(State.MUTUAL);
        assertThat(again.handshakeWith("killarney")).contains(new Handshake(CLERK, CLERK));
    }
}
