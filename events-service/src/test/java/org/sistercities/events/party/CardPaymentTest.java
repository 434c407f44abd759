package org.sistercities.events.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.priced;
import static org.sistercities.events.event.EventBuilder.usd;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;
import static org.sistercities.events.party.RegistrationBuilder.aParty;
import static org.sistercities.events.party.RegistrationBuilder.made;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Tickets;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CardPaymentTest {
    private final Event gala = aGala().with(priced("gala", "120.00", "ballroom"))
            .with("free", "ballroom")
            .build();
    private final Registration held = aParty("k").of(2, "gala").holding().registeredAt(gala);
    private final Payment money = Payment.byCard("pi_1", LocalDate.of(2026, 12, 1), "k-1");

    @Test
    void places_are_kept_while_the_party_pays_and_a_little_longer() {
        var paying = made(held, at(held, 10).checkout(Details.NONE, 0));
        assertThat(paying.standing().status()).isEqualTo(Status.HELD);
        assertThat(paying.standing().until()).isEqualTo(NOON.plus(Duration.ofMinutes(10 + 35 + 5)));
        assertThat(paying.checkouts()).isEqualTo(1);
        assertThat(at(held, 10)
                        .checkout(Details.NONE, 0)
                        .choices()
                        .getFirst()
                        .change(held)
                        .events())
                .isEmpty();
    }

    @Test
    void asked_again_it_is_the_same_checkout_until_that_is_over() {
        var paying = made(held, at(held, 0).checkout(Details.NONE, 0));
        assertThat(at(paying, 34).checkout(Details.NONE, 0)).isEqualTo(Plan.NOTHING);
        assertThat(made(paying, at(paying, 34).checkout(Details.NONE, 1)).checkouts())
                .isEqualTo(2);
        assertThat(made(paying, at(paying, 35).checkout(Details.NONE, 0)).checkouts())
                .isEqualTo(2);
    }

    @Test
    void nobody_keeps_places_for_ever_by_not_paying() {
        var paying = held;
        for (int n = 0; n < 5; n++) paying = made(paying, at(paying, n).checkout(Details.NONE, n));
        var fifth = paying;
        assertThatExceptionOfType(TooManyCheckouts.class)
                .isThrownBy(() -> at(fifth, 5).checkout(Details.NONE, 5));
    }

    @Test
    void only_places_that_are_kept_and_cost_something_are_paid_by_somebody_known() {
        var free = aParty("f").of(2, "free").holding().registeredAt(gala);
        assertThatExceptionOfType(NothingToPay.class)
                .isThrownBy(() -> at(free, 0).checkout(Details.NONE, 0));
        assertThatExceptionOfType(NotAwaited.class)
                .isThrownBy(() -> at(held, 15).checkout(Details.NONE, 0));
        var nobody = aParty("n").of(2, "gala").holding().anonymously().registeredAt(gala);
        assertThatExceptionOfType(ContactMissing.class)
                .isThrownBy(() -> at(nobody, 0).checkout(Details.NONE, 0));
        var told = new Details(new Contact("Ada", "ada@example.org"), null);
        assertThat(made(nobody, at(nobody, 0).checkout(told, 0)).party().contact())
                .isEqualTo(told.contact());
    }

    @Test
    void who_has_paid_is_confirmed_and_hears_the_same_again() {
        var paid = made(held, at(held, 5).settle(money, usd("240.00")));
        assertThat(paid.standing().status()).isEqualTo(Status.CONFIRMED);
        assertThat(paid.payment()).isEqualTo(money.of(usd("240.00")));
        assertThat(at(paid, 6).settle(money, usd("240.00"))).isEqualTo(Plan.NOTHING);
    }

    @Test
    void a_second_payment_or_another_amount_changes_nothing() {
        var paid = made(held, at(held, 5).settle(money, usd("240.00")));
        var second = Payment.byCard("pi_2", LocalDate.of(2026, 12, 1), "k-2");
        assertThat(at(paid, 6).settle(second, usd("240.00"))).isEqualTo(Plan.NOTHING);
        assertThat(at(held, 6).settle(money, usd("239.99"))).isEqualTo(Plan.NOTHING);
    }

    @Test
    void who_pays_too_late_gets_the_places_if_there_are_any_and_else_the_money_back() {
        var choices = at(held, 60).settle(money, usd("240.00")).choices();
        assertThat(choices).hasSize(2);
        assertThat(choices.getFirst().applied(held).standing().status()).isEqualTo(Status.CONFIRMED);
        assertThat(choices.getLast().applied(held).payment())
                .isEqualTo(money.of(usd("240.00")).toBeRefunded());
        var cancelled = made(held, at(held, 1).cancel(null));
        assertThat(at(cancelled, 2).settle(money, usd("240.00")).choices()).hasSize(1);
        assertThat(made(cancelled, at(cancelled, 2).settle(money, usd("240.00")))
                        .payment())
                .isEqualTo(money.of(usd("240.00")).toBeRefunded());
    }

    @Test
    void there_are_no_places_at_an_event_that_is_called_off_or_over() {
        var off = gala.cancel("snow", NOON).state();
        var calledOff = new Steps(held, new Setting(off, TERMS, NOON.plusSeconds(60)), Entry.GUEST);
        assertThat(made(held, calledOff.settle(money, usd("240.00"))).payment())
                .isEqualTo(money.of(usd("240.00")).toBeRefunded());
        assertThatExceptionOfType(NotAwaited.class).isThrownBy(() -> calledOff.checkout(Details.NONE, 0));
        var over = new Steps(held, new Setting(gala, TERMS, gala.endsAt()), Entry.GUEST);
        assertThat(made(held, over.settle(money, usd("240.00"))).payment())
                .isEqualTo(money.of(usd("240.00")).toBeRefunded());
    }

    @Test
    void while_it_is_being_paid_it_does_not_cost_something_else() {
        var paying = made(held, at(held, 0).checkout(Details.NONE, 0));
        var three = List.of(new Tickets("gala", 3));
        assertThatExceptionOfType(PriceWouldChange.class)
                .isThrownBy(() -> at(paying, 1).changeTickets(three, null));
        assertThat(made(paying, at(paying, 36).changeTickets(three, null))
                        .order()
                        .claim()
                        .places())
                .isEqualTo(3);
    }

    @Test
    void what_is_paid_may_cost_less_and_never_more() {
        var paying = made(held, at(held, 0).checkout(Details.NONE, 0));
        var paid = made(paying, at(paying, 5).settle(money, usd("240.00")));
        var one = made(paid, at(paid, 6).changeTickets(List.of(new Tickets("gala", 1)), null));
        assertThat(one.order().claim().total()).isEqualTo(usd("120.00"));
        assertThat(one.payment()).isEqualTo(paid.payment());
        assertThatExceptionOfType(PriceWouldChange.class)
                .isThrownBy(() -> at(one, 7).changeTickets(List.of(new Tickets("gala", 2)), null));
        assertThat(made(one, at(one, 7).changeTickets(List.of(new Tickets("free", 2)), null))
                        .order()
                        .claim()
                        .total())
                .isEqualTo(usd("0.00"));
    }

    @Test
    void that_money_has_gone_back_is_noted_once() {
        var noted = held.refunded("pi_1 by re_1", Entry.SYSTEM, NOON).state();
        assertThat(noted.history().getLast().what()).isEqualTo(Entry.Act.REFUNDED);
        assertThat(noted.refunded("pi_1 by re_1", Entry.SYSTEM, NOON.plusSeconds(1))
                        .state())
                .isEqualTo(noted);
    }

    private Steps at(Registration registration, int minutes) {
        return new Steps(registration, new Setting(gala, TERMS, NOON.plus(Duration.ofMinutes(minutes))), Entry.GUEST);
    }
}
