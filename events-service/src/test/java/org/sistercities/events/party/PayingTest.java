package org.sistercities.events.party;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.GALA_NIGHT;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.priced;
import static org.sistercities.events.event.EventBuilder.usd;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;
import static org.sistercities.events.party.RegistrationBuilder.aParty;
import static org.sistercities.events.party.RegistrationBuilder.by;
import static org.sistercities.events.party.RegistrationBuilder.made;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventsDomainEvent.RegistrationAwaitingPayment;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationPaid;
import org.sistercities.contracts.EventsDomainEvent.Tickets;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Price;
import org.sistercities.events.event.RegistrationRules;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PayingTest {
    private final Event gala = aGala().with(priced("gala", "120.00", "ballroom"))
            .with("free", "ballroom")
            .ruled(new RegistrationRules(14, null, List.of()))
            .build();
    private final Payment money = Payment.byTransfer("2026-0815", LocalDate.of(2026, 12, 20));
    private final Registration invoiced = aParty("k").of(2, "gala").registeredAt(gala);

    @Test
    void tickets_that_cost_something_are_kept_until_the_invoice_is_to_be_paid() {
        var until = NOON.plus(ofDays(14));
        assertThat(invoiced.standing().status()).isEqualTo(Status.AWAITING_PAYMENT);
        assertThat(invoiced.standing().until()).isEqualTo(until);
        assertThat(invoiced.born().events())
                .containsExactly(new RegistrationAwaitingPayment(
                        "k", "gala", List.of(new Tickets("gala", 2)), 2, "240.00", "USD", until, NOON));
    }

    @Test
    void nobody_has_longer_to_pay_than_until_the_event_begins() {
        var eve = new Setting(gala, TERMS, GALA_NIGHT.minusSeconds(60));
        var late = aParty("k").of(2, "gala").planned(eve).choices().getFirst().applied(null);
        assertThat(late.standing().until()).isEqualTo(GALA_NIGHT);
    }

    @Test
    void who_has_paid_is_confirmed_once() {
        var intent = pay(invoiced, ofDays(1)).choices().getFirst();
        var paid = intent.applied(invoiced);
        assertThat(paid.payment()).isEqualTo(money.of(usd("240.00")));
        assertThat(intent.change(invoiced).events())
                .containsExactly(
                        new RegistrationPaid("k", "gala", "240.00", "USD", false, NOON.plus(ofDays(1))),
                        new RegistrationConfirmed(
                                "k", "gala", List.of(new Tickets("gala", 2)), 2, NOON.plus(ofDays(1))));
        assertThat(pay(paid, ofDays(2))).isEqualTo(Plan.NOTHING);
    }

    @Test
    void who_pays_too_late_gets_the_places_if_there_are_any_and_else_the_money_back() {
        var choices = pay(invoiced, ofDays(15)).choices();
        assertThat(choices).hasSize(2);
        assertThat(choices.getFirst().applied(invoiced).standing().status()).isEqualTo(Status.CONFIRMED);
        var refund = choices.getLast().applied(invoiced);
        assertThat(refund.payment()).isEqualTo(money.of(usd("240.00")).toBeRefunded());
        assertThat(refund.standing().at(NOON.plus(ofDays(15)))).isEqualTo(Status.EXPIRED);
        assertThat(choices.getLast().change(invoiced).events())
                .containsExactly(new RegistrationPaid("k", "gala", "240.00", "USD", true, NOON.plus(ofDays(15))));
        assertThat(pay(refund, ofDays(16))).isEqualTo(Plan.NOTHING);
    }

    @Test
    void the_same_holds_when_the_expiry_is_recorded() {
        var expired = new Steps(invoiced, later(ofDays(15)), Entry.SYSTEM)
                .expire()
                .choices()
                .getFirst()
                .applied(invoiced);
        assertThat(pay(expired, ofDays(16)).choices()).hasSize(2);
        var hold = aParty("h").of(2, "gala").holding().registeredAt(gala);
        var lapsed = new Steps(hold, later(ofDays(1)), Entry.SYSTEM)
                .expire()
                .choices()
                .getFirst()
                .applied(hold);
        assertThatExceptionOfType(NotAwaited.class).isThrownBy(() -> pay(lapsed, ofDays(2)));
    }

    @Test
    void who_cancels_after_paying_gets_the_money_back() {
        var paid = pay(invoiced, ofDays(1)).choices().getFirst().applied(invoiced);
        var cancelled = new Steps(paid, later(ofDays(2)), Entry.GUEST)
                .cancel(null)
                .choices()
                .getFirst()
                .applied(paid);
        assertThat(cancelled.payment()).isEqualTo(money.of(usd("240.00")).toBeRefunded());
    }

    @Test
    void whoever_pays_for_an_event_that_is_called_off_is_still_one_whose_event_was_called_off() {
        var off = made(invoiced, new Steps(invoiced, later(ofDays(1)), Entry.SYSTEM).cancel("A snowstorm."));
        assertThat(made(off, pay(off, ofDays(2))).isCalledOff()).isTrue();
        var withdrawn = made(invoiced, by(invoiced, later(ofDays(1))).cancel(null));
        assertThat(made(withdrawn, pay(withdrawn, ofDays(2))).isCalledOff()).isFalse();
    }

    @Test
    void a_hold_of_priced_tickets_awaits_payment_when_it_is_confirmed() {
        var held = aParty("k").of(1, "gala").holding().registeredAt(gala);
        var confirmed = new Steps(held, later(Duration.ofMinutes(5)), Entry.GUEST)
                .confirm(Details.NONE)
                .choices()
                .getFirst()
                .applied(held);
        assertThat(confirmed.standing().status()).isEqualTo(Status.AWAITING_PAYMENT);
    }

    @Test
    void what_is_invoiced_is_not_changed_to_tickets_of_another_price() {
        var steps = new Steps(invoiced, later(ofDays(1)), Entry.GUEST);
        for (var others : List.of(
                new org.sistercities.events.event.Tickets("free", 2),
                new org.sistercities.events.event.Tickets("gala", 1),
                new org.sistercities.events.event.Tickets("gala", 3)))
            assertThatExceptionOfType(PriceWouldChange.class)
                    .isThrownBy(() -> steps.changeTickets(List.of(others), null));
    }

    @Test
    void what_is_told_to_have_come_is_what_was_to_be_paid() {
        var steps = new Steps(invoiced, later(ofDays(1)), "erin");
        assertThatExceptionOfType(OtherAmount.class)
                .isThrownBy(() -> steps.pay(money, usd("24.00")))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("total", Price.of(usd("240.00"))));
        assertThat(steps.pay(money, usd("240.00"))).isEqualTo(steps.pay(money, null));
    }

    private Plan pay(Registration registration, Duration after) {
        return new Steps(registration, later(after), "erin").pay(money, null);
    }

    private Setting later(Duration time) {
        return new Setting(gala, TERMS, NOON.plus(time));
    }
}
