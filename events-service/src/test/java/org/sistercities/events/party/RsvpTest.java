package org.sistercities.events.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.GALA_NIGHT;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.priced;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventsDomainEvent.Answer;
import org.sistercities.contracts.EventsDomainEvent.GuestsNamed;
import org.sistercities.contracts.EventsDomainEvent.InvitationAnswered;
import org.sistercities.contracts.EventsDomainEvent.InvitationHandedOn;
import org.sistercities.contracts.EventsDomainEvent.InvitationIssued;
import org.sistercities.contracts.EventsDomainEvent.RegistrationCancelled;
import org.sistercities.contracts.EventsDomainEvent.RegistrationChanged;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.Tickets;
import org.sistercities.events.event.Event;
import org.sistercities.platform.aggregate.Change;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RsvpTest {
    private static final Event GALA =
            aGala().with(priced("vip", "250.00", "vip-room")).build();
    private static final Instant DUE = NOON.plus(Duration.ofDays(10));
    private static final Invitee AMBASSADOR =
            new Invitee(new Contact("Ada Byron", "ada@example.org"), "Ambassador of Italy", "Embassy of Italy");
    private static final Invitee DEPUTY = new Invitee(new Contact("Luca", "luca@example.org"), "Chargé", null);

    private final Registration invitation = invited();

    @Test
    void an_invitation_keeps_places_for_all_its_guests_until_the_answer_is_due_and_costs_them_nothing() {
        assertThat(Reply.of(invitation, NOON)).isEqualTo(Reply.AWAITED);
        assertThat(invitation.standing().until()).isEqualTo(DUE);
        assertThat(invitation.order().claim().draws()).isEqualTo(Map.of("vip-room", 3));
        assertThat(invitation.order().claim().total().isZero()).isTrue();
        assertThat(invitation.born().events())
                .containsExactly(new InvitationIssued("i", "gala", List.of(new Tickets("vip", 3)), 3, DUE, NOON));
    }

    @Test
    void nobody_is_invited_who_would_have_no_time_to_answer() {
        assertThatExceptionOfType(AnswerByInThePast.class)
                .isThrownBy(() -> invite().plan("i", "hash", at(GALA_NIGHT.minus(Duration.ofDays(1)))));
    }

    @Test
    void whoever_accepts_gives_up_what_they_do_not_need() {
        var change = made(invitation, rsvp(invitation, NOON).accept(List.of(Guest.named("Ada"), Guest.UNNAMED)));
        var accepted = change.state();
        assertThat(Reply.of(accepted, NOON)).isEqualTo(Reply.ACCEPTED);
        assertThat(accepted.order().claim().draws()).isEqualTo(Map.of("vip-room", 2));
        var tickets = List.of(new Tickets("vip", 2));
        assertThat(change.events())
                .containsExactly(
                        new InvitationAnswered("i", "gala", Answer.ACCEPTED, tickets, 2, NOON),
                        new RegistrationConfirmed("i", "gala", tickets, 2, NOON));
        assertThat(rsvp(accepted, NOON).accept(null).isNothing()).isTrue();
    }

    @Test
    void who_is_not_named_comes_as_the_invitee_alone() {
        var accepted = made(invitation, rsvp(invitation, NOON).accept(null)).state();
        assertThat(accepted.party().names()).containsExactly("Ada Byron");
    }

    @Test
    void nobody_brings_more_than_they_may() {
        var four = List.of(Guest.UNNAMED, Guest.UNNAMED, Guest.UNNAMED, Guest.UNNAMED);
        assertThatExceptionOfType(MoreGuestsThanPlaces.class)
                .isThrownBy(() -> rsvp(invitation, NOON).accept(four));
    }

    @Test
    void a_regret_gives_the_places_up_and_can_be_taken_back_in_time() {
        var change = made(invitation, rsvp(invitation, NOON).regret("Alas"));
        var regretted = change.state();
        assertThat(regretted.standing().status().places()).isEqualTo(Status.Places.NONE);
        assertThat(Reply.of(regretted, NOON)).isEqualTo(Reply.REGRETTED);
        var tickets = List.of(new Tickets("vip", 3));
        assertThat(change.events())
                .containsExactly(
                        new InvitationAnswered("i", "gala", Answer.REGRETTED, tickets, 3, NOON),
                        new RegistrationCancelled("i", "gala", tickets, 3, true, NOON));
        assertThat(rsvp(regretted, NOON).regret("again").isNothing()).isTrue();
        var back = made(regretted, rsvp(regretted, NOON).accept(null)).state();
        assertThat(Reply.of(back, NOON)).isEqualTo(Reply.ACCEPTED);
    }

    @Test
    void the_ordinary_way_to_cancel_is_a_regret_too() {
        var steps = new Steps(invitation, at(NOON), Entry.GUEST);
        var regretted = made(invitation, steps.cancel(null)).state();
        assertThat(Reply.of(regretted, NOON)).isEqualTo(Reply.REGRETTED);
    }

    @Test
    void after_the_answer_was_due_only_the_events_team_accepts_but_a_regret_is_always_welcome() {
        assertThat(Reply.of(invitation, DUE)).isEqualTo(Reply.EXPIRED);
        assertThatExceptionOfType(Rsvp.AnswerTooLate.class)
                .isThrownBy(() -> rsvp(invitation, DUE).accept(null));
        var byTeam = new Rsvp(invitation, at(DUE), "erin").accept(null);
        assertThat(Reply.of(made(invitation, byTeam).state(), DUE)).isEqualTo(Reply.ACCEPTED);
        var accepted = made(invitation, rsvp(invitation, NOON).accept(null)).state();
        var late = made(accepted, rsvp(accepted, DUE).regret(null)).state();
        assertThat(Reply.of(late, DUE)).isEqualTo(Reply.REGRETTED);
        assertThatExceptionOfType(TooLateToChange.class)
                .isThrownBy(() -> rsvp(accepted, GALA_NIGHT).regret(null));
    }

    @Test
    void whoever_changes_their_mind_about_the_others_has_other_tickets() {
        var accepted = made(invitation, rsvp(invitation, NOON).accept(null)).state();
        var change = made(accepted, rsvp(accepted, NOON).accept(List.of(Guest.named("Ada"), Guest.named("Bob"))));
        assertThat(change.events()).hasOnlyElementsOfType(RegistrationChanged.class);
        var two = change.state();
        var named = made(two, rsvp(two, NOON).accept(List.of(Guest.named("Ada"), Guest.named("Eve"))));
        assertThat(named.events()).containsExactly(new GuestsNamed("i", "gala", 2, 2, NOON));
    }

    @Test
    void a_substitute_comes_in_place_of_the_invitee_who_is_not_forgotten() {
        var accepted = made(
                        invitation,
                        rsvp(invitation, NOON)
                                .accept(List.of(new Guest("Ada", "no nuts", null, Map.of()), Guest.named("Bob"))))
                .state();
        var change = rsvp(accepted, NOON).substitute(DEPUTY);
        var handedOn = change.state();
        assertThat(handedOn.party().contact()).isEqualTo(DEPUTY.contact());
        assertThat(handedOn.party().guests()).containsExactly(Guest.named("Luca"), Guest.named("Bob"));
        assertThat(handedOn.invited().invitee()).isEqualTo(AMBASSADOR);
        assertThat(handedOn.invited().expected()).isEqualTo(DEPUTY);
        assertThat(change.events()).containsExactly(new InvitationHandedOn("i", "gala", NOON));
        assertThat(rsvp(handedOn, NOON).substitute(DEPUTY).events()).isEmpty();
        assertThatExceptionOfType(TooLateToChange.class)
                .isThrownBy(() -> rsvp(accepted, GALA_NIGHT).substitute(DEPUTY));
    }

    @Test
    void whoever_comes_answers_what_the_event_asks_and_nothing_else() {
        var unasked = new Guest("Ada", null, null, Map.of("meal", "fish"));
        assertThatExceptionOfType(Guest.AnswerRefused.class)
                .isThrownBy(() -> rsvp(invitation, NOON).accept(List.of(unasked)));
    }

    @Test
    void what_is_withdrawn_is_not_answered_until_it_is_renewed() {
        var withdrawn = made(invitation, new Steps(invitation, at(NOON), "erin").cancel("double"))
                .state();
        assertThat(Reply.of(withdrawn, NOON)).isEqualTo(Reply.WITHDRAWN);
        assertThatExceptionOfType(Rsvp.InvitationWithdrawn.class)
                .isThrownBy(() -> rsvp(withdrawn, NOON).accept(null));
        assertThatExceptionOfType(Rsvp.InvitationWithdrawn.class)
                .isThrownBy(() -> rsvp(withdrawn, NOON).regret(null));
        var later = DUE.plus(Duration.ofDays(5));
        var renewed = made(withdrawn, new Rsvp(withdrawn, at(NOON), "erin").renew(later));
        assertThat(renewed.state().invited().answerBy()).isEqualTo(later);
        assertThat(renewed.events()).hasOnlyElementsOfType(InvitationIssued.class);
        assertThat(Reply.of(renewed.state(), DUE)).isEqualTo(Reply.AWAITED);
        var accepted = made(invitation, rsvp(invitation, NOON).accept(null)).state();
        assertThatExceptionOfType(Rsvp.AlreadyAccepted.class)
                .isThrownBy(() -> new Rsvp(accepted, at(NOON), "erin").renew(later));
    }

    @Test
    void steps_of_those_who_came_by_themselves_are_not_for_invitations() {
        var steps = new Steps(invitation, at(NOON), Entry.GUEST);
        assertThatExceptionOfType(AnswerTheInvitation.class).isThrownBy(steps::extend);
        assertThatExceptionOfType(AnswerTheInvitation.class).isThrownBy(() -> steps.confirm(Details.NONE));
        assertThatExceptionOfType(AnswerTheInvitation.class)
                .isThrownBy(
                        () -> steps.changeTickets(List.of(new org.sistercities.events.event.Tickets("vip", 9)), null));
        assertThatExceptionOfType(AnswerTheInvitation.class)
                .isThrownBy(() -> invitation.transfer(DEPUTY.contact(), at(NOON), Entry.GUEST, null));
    }

    private static Invite invite() {
        var invited = new Invited(AMBASSADOR, null, "Ambassador", 10, "vip", 2, DUE, null);
        return new Invite(invited, AMBASSADOR.contact(), "erin", null);
    }

    private static Registration invited() {
        return invite().plan("i", "hash", at(NOON)).choices().getFirst().applied(null);
    }

    private static Rsvp rsvp(Registration invitation, Instant now) {
        return new Rsvp(invitation, at(now), Entry.GUEST);
    }

    private static Setting at(Instant now) {
        return new Setting(GALA, TERMS, now);
    }

    private static Change<Registration> made(Registration before, Plan plan) {
        return plan.choices().getFirst().change(before);
    }
}
