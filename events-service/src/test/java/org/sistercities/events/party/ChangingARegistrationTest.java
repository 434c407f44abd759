package org.sistercities.events.party;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.aTicketType;
import static org.sistercities.events.event.EventBuilder.byApproval;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;
import static org.sistercities.events.party.RegistrationBuilder.aParty;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventsDomainEvent.GuestsNamed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationChanged;
import org.sistercities.contracts.EventsDomainEvent.RegistrationRejected;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Question;
import org.sistercities.events.event.RegistrationRules;
import org.sistercities.events.event.Tickets;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangingARegistrationTest {
    private static final Question MEAL =
            new Question("meal", "Which meal?", Question.Kind.CHOICE, true, List.of("fish", "vegan"), List.of("gala"));

    private final Event gala = aGala().with("gala", "ballroom")
            .with("vip", "ballroom")
            .with(byApproval(aTicketType("press", "ballroom")))
            .ruled(new RegistrationRules(null, NOON.plus(ofDays(7)), List.of(MEAL)))
            .build();
    private final Setting now = new Setting(gala, TERMS, NOON);
    private final Setting tooLate = new Setting(gala, TERMS, NOON.plus(ofDays(7)));
    private final Registration party =
            aParty("k").of(1, "gala").of(1, "vip").naming("Rosemary").registeredAt(gala);

    @Test
    void guests_answer_what_is_asked_of_their_ticket() {
        var vegan = new Guest("Ginger", "no nuts", "wheelchair", Map.of("meal", "vegan"));
        var named = party.nameGuests(List.of(vegan, Guest.named("Rosemary")), now, Entry.GUEST);
        assertThat(named.state().party().names()).containsExactly("Ginger", "Rosemary");
        assertThat(named.events()).containsExactly(new GuestsNamed("k", "gala", 2, 2, NOON));
        refused(() -> party.nameGuests(List.of(Guest.named("Ginger")), now, Entry.GUEST)); // no meal
        refused(() -> party.nameGuests(List.of(vegan, vegan), now, Entry.GUEST)); // VIPs are not asked
        assertThat(party.nameGuests(List.of(Guest.UNNAMED), now, Entry.GUEST)
                        .state()
                        .party()
                        .names())
                .isEmpty();
    }

    @Test
    void one_guest_is_named_without_the_others() {
        var change = party.nameGuest(1, Guest.UNNAMED, now, Entry.GUEST)
                .state()
                .nameGuest(2, Guest.named("Ginger"), now, Entry.GUEST);
        assertThat(change.state().party().guests()).containsExactly(Guest.UNNAMED, Guest.named("Ginger"));
        assertThatExceptionOfType(NoSuchGuest.class)
                .isThrownBy(() -> party.nameGuest(3, Guest.named("A"), now, Entry.GUEST));
        assertThatExceptionOfType(NoSuchGuest.class)
                .isThrownBy(() -> party.nameGuest(0, Guest.named("A"), now, Entry.GUEST));
    }

    @Test
    void after_the_deadline_only_the_events_team_changes_it() {
        var nobody = List.of(Guest.UNNAMED);
        assertThatExceptionOfType(TooLateToChange.class)
                .isThrownBy(() -> party.nameGuests(nobody, tooLate, Entry.GUEST));
        assertThat(party.nameGuests(nobody, tooLate, "erin").state().history())
                .last()
                .extracting(Entry::by, Entry::what)
                .containsExactly("erin", Entry.Act.GUESTS_NAMED);
        var tickets = List.of(new Tickets("gala", 1));
        assertThatExceptionOfType(TooLateToChange.class)
                .isThrownBy(() -> new Steps(party, tooLate, Entry.GUEST).changeTickets(tickets, null));
        assertThat(new Steps(party, tooLate, Entry.GUEST).cancel(null).choices())
                .hasSize(1);
    }

    @Test
    void other_tickets_are_announced_and_leave_the_first_named_guests() {
        var tickets = List.of(new Tickets("vip", 1));
        var intent = new Steps(party, now, Entry.GUEST)
                .changeTickets(tickets, null)
                .choices()
                .getFirst();
        assertThat(intent.applied(party).order().claim().places()).isEqualTo(1);
        assertThat(intent.applied(party).party().names()).containsExactly("Rosemary");
        assertThat(intent.change(party).events()).singleElement().isInstanceOf(RegistrationChanged.class);
        assertThat(new Steps(intent.applied(party), now, Entry.GUEST).changeTickets(tickets, null))
                .isEqualTo(Plan.NOTHING);
    }

    @Test
    void what_is_given_by_approval_is_not_had_by_a_change_of_tickets() {
        var press = List.of(new Tickets("press", 1));
        assertThatExceptionOfType(ApprovalNeeded.class)
                .isThrownBy(() -> new Steps(party, now, Entry.GUEST).changeTickets(press, null));
        assertThat(new Steps(party, now, "erin")
                        .changeTickets(press, "a journalist")
                        .choices())
                .hasSize(1);
        var two = aParty("p").of(2, "press").registeredAt(gala);
        assertThat(new Steps(two, now, Entry.GUEST).changeTickets(press, null).choices())
                .hasSize(1);
    }

    @Test
    void a_registration_is_handed_on_to_somebody_else() {
        var ginger = new Contact("Ginger", "ginger@example.org");
        var change = party.transfer(ginger, now, Entry.GUEST, null);
        assertThat(change.state().party().contact()).isEqualTo(ginger);
        assertThat(change.events()).singleElement().isInstanceOf(RegistrationChanged.class);
        assertThat(change.state().transfer(ginger, now, Entry.GUEST, null).events())
                .isEmpty();
    }

    @Test
    void who_needs_approval_has_no_places_until_it_is_given() {
        var press = aParty("p").of(2, "press").registeredAt(gala);
        assertThat(press.standing().status()).isEqualTo(Status.AWAITING_APPROVAL);
        var choices = new Steps(press, now, "erin").approve(true).choices();
        assertThat(choices)
                .extracting(intent -> intent.applied(press).standing().status())
                .containsExactly(Status.CONFIRMED, Status.WAITLISTED);
        assertThat(new Steps(press, now, "erin").approve(false).choices()).hasSize(1);
        var rejected = new Steps(press, now, "erin").reject("no room").choices().getFirst();
        assertThat(rejected.change(press).events()).singleElement().isInstanceOf(RegistrationRejected.class);
        assertThatExceptionOfType(NotAwaited.class)
                .isThrownBy(() -> new Steps(rejected.applied(press), now, "erin").approve(false));
        assertThatExceptionOfType(NotAwaited.class).isThrownBy(() -> new Steps(party, now, "erin").reject("no"));
    }

    private static void refused(ThrowingCallable naming) {
        assertThatExceptionOfType(Guest.AnswerRefused.class).isThrownBy(naming);
    }
}
