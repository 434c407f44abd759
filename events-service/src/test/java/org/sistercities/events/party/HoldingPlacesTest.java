package org.sistercities.events.party;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.party.RegistrationBuilder.AT_NOON;
import static org.sistercities.events.party.RegistrationBuilder.aParty;
import static org.sistercities.events.party.RegistrationBuilder.after;
import static org.sistercities.events.party.RegistrationBuilder.by;
import static org.sistercities.events.party.RegistrationBuilder.made;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventsDomainEvent.Lapsed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationCancelled;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationExpired;
import org.sistercities.contracts.EventsDomainEvent.Tickets;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldingPlacesTest {
    private static final Contact MARIA = new Contact("Maria", "maria@example.org");

    private final Registration held =
            aParty("k").of(2, "gala").holding().anonymously().registered();

    @Test
    void a_hold_needs_no_names_and_is_nobodys_news() {
        assertThat(held.standing().status()).isEqualTo(Status.HELD);
        assertThat(held.standing().until()).isEqualTo(NOON.plus(ofMinutes(15)));
        assertThat(held.born().events()).isEmpty();
    }

    @Test
    void holds_that_begin_within_ten_seconds_end_together() {
        var a = aParty("a").of(1, "gala").holding().planned(after(ofSeconds(1)));
        var b = aParty("b").of(1, "gala").holding().planned(after(ofSeconds(10)));
        var end = NOON.plus(ofMinutes(15)).plusSeconds(10);
        assertThat(List.of(a, b))
                .allSatisfy(plan -> assertThat(plan.choices()
                                .getFirst()
                                .applied(null)
                                .standing()
                                .until())
                        .isEqualTo(end));
    }

    @Test
    void a_hold_is_extended_once() {
        var longer = made(held, by(held, AT_NOON).extend());
        assertThat(longer.standing().until()).isEqualTo(NOON.plus(ofMinutes(30)));
        assertThatExceptionOfType(AlreadyExtended.class)
                .isThrownBy(() -> by(longer, AT_NOON).extend());
        assertThat(by(longer, after(ofMinutes(29))).confirm(told(MARIA)).choices())
                .hasSize(1);
    }

    @Test
    void a_hold_is_confirmed_before_its_last_instant_and_by_somebody() {
        assertThat(by(held, after(ofMinutes(15).minusMillis(1)))
                        .confirm(told(MARIA))
                        .choices())
                .hasSize(1);
        assertThatExceptionOfType(HoldExpired.class)
                .isThrownBy(() -> by(held, after(ofMinutes(15))).confirm(told(MARIA)));
        assertThatExceptionOfType(ContactMissing.class)
                .isThrownBy(() -> by(held, AT_NOON).confirm(Details.NONE));
    }

    @Test
    void what_is_confirmed_is_announced_and_confirming_again_changes_nothing() {
        var intent =
                by(held, AT_NOON).confirm(told(MARIA, "Rosemary")).choices().getFirst();
        var confirmed = intent.applied(held);
        assertThat(intent.change(held).events())
                .containsExactly(new RegistrationConfirmed("k", "gala", List.of(new Tickets("gala", 2)), 2, NOON));
        assertThat(confirmed.party()).isEqualTo(new Party(MARIA, List.of(Guest.named("Rosemary"))));
        assertThat(confirmed.standing().until()).isNull();
        assertThat(by(confirmed, after(ofMinutes(60))).confirm(told(MARIA))).isEqualTo(Plan.NOTHING);
    }

    @Test
    void a_step_is_made_once_however_often_it_is_written() {
        var intent = by(held, AT_NOON).confirm(told(MARIA)).choices().getFirst();
        var once = intent.applied(held);
        assertThat(intent.change(once).state()).isEqualTo(once);
        assertThat(intent.change(once).events()).isEmpty();
    }

    @Test
    void what_has_run_out_is_expired_to_everybody_before_it_is_recorded() {
        assertThat(held.standing().at(NOON.plus(ofMinutes(15)))).isEqualTo(Status.EXPIRED);
        assertThat(by(held, AT_NOON).expire()).isEqualTo(Plan.NOTHING);
        var intent = by(held, after(ofMinutes(16))).expire().choices().getFirst();
        assertThat(intent.change(held).events())
                .containsExactly(new RegistrationExpired(
                        "k", "gala", List.of(new Tickets("gala", 2)), 2, Lapsed.HOLD, NOON.plus(ofMinutes(16))));
        assertThatExceptionOfType(RegistrationOver.class)
                .isThrownBy(() -> by(held, after(ofMinutes(16))).cancel(null));
    }

    @Test
    void cancelling_is_announced_and_cancelling_again_changes_nothing() {
        var confirmed = aParty("k").of(2, "gala").registered();
        var intent = new Steps(confirmed, AT_NOON, "erin")
                .cancel("asked by telephone")
                .choices()
                .getFirst();
        var cancelled = intent.applied(confirmed);
        assertThat(intent.change(confirmed).events())
                .containsExactly(
                        new RegistrationCancelled("k", "gala", List.of(new Tickets("gala", 2)), 2, false, NOON));
        assertThat(cancelled.history())
                .hasSize(2)
                .last()
                .isEqualTo(new Entry(NOON, "erin", Entry.Act.CANCELLED, "asked by telephone"));
        assertThat(by(cancelled, AT_NOON).cancel(null)).isEqualTo(Plan.NOTHING);
        assertThatExceptionOfType(NotHeld.class)
                .isThrownBy(() -> by(cancelled, AT_NOON).confirm(told(MARIA)));
    }

    private static Details told(Contact contact, String... guests) {
        return new Details(contact, Stream.of(guests).map(Guest::named).toList());
    }
}
