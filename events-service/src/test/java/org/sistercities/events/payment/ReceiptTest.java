package org.sistercities.events.payment;

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
import org.sistercities.contracts.EventsDomainEvent.RefundMade;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Tickets;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Payment;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.events.party.Steps;
import org.sistercities.events.payment.Receipt.State;
import org.sistercities.events.payment.Receipt.Why;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptTest {
    private final Event gala =
            aGala().with(priced("gala", "120.00", "ballroom")).build();
    private final Registration held = aParty("k").of(2, "gala").holding().registeredAt(gala);
    private final Payment money = Payment.byCard("pi_1", LocalDate.of(2026, 12, 1), "k-1");
    private final Payment more = Payment.byCard("pi_2", LocalDate.of(2026, 12, 1), "k-2");
    private final Registration paid = made(held, steps(held).settle(money, usd("240.00")));

    @Test
    void what_the_registration_says_becomes_of_money() {
        var kept = Receipt.byCard(paid, money, usd("240.00"), NOON);
        assertThat(kept.state()).isEqualTo(State.KEPT);
        assertThat(kept.dueAt()).isNull();
        var twice = Receipt.byCard(paid, more, usd("240.00"), NOON);
        assertThat(twice.state()).isEqualTo(State.DUE);
        assertThat(twice.why()).isEqualTo(Why.PAID_TWICE);
        assertThat(twice.dueAt()).isEqualTo(NOON);
        var other = Receipt.byCard(held, money, usd("1.00"), NOON);
        assertThat(other.state()).isEqualTo(State.ASIDE);
        assertThat(other.dueAt()).isNull();
        var cancelled = made(paid, steps(paid).cancel(null));
        var back = Receipt.byCard(cancelled, money, usd("240.00"), NOON);
        assertThat(back.why()).isEqualTo(Why.CANCELLED);
        assertThat(kept.refundDue(Why.CANCELLED, NOON).state()).isEqualTo(back);
        assertThat(back.refundDue(Why.CANCELLED, NOON.plusSeconds(9)).state()).isEqualTo(back);
    }

    @Test
    void what_is_too_much_is_taken_from_it_once_and_goes_back_by_itself() {
        var whole = Receipt.byCard(paid, money, usd("240.00"), NOON);
        assertThat(whole.isMoreThan(usd("240.00"))).isFalse();
        assertThat(whole.isMoreThan(usd("120.00"))).isTrue();
        var part = whole.part(usd("120.00"), NOON);
        assertThat(part.amount()).isEqualTo(usd("120.00"));
        assertThat(part.state()).isEqualTo(State.DUE);
        assertThat(part.why()).isEqualTo(Why.LESS_TO_PAY);
        assertThat(part.reference()).isEqualTo("pi_1");
        var rest = whole.without(part).state();
        assertThat(rest.state()).isEqualTo(State.KEPT);
        assertThat(rest.amount()).isEqualTo(usd("120.00"));
        assertThat(rest.without(part).state()).isEqualTo(rest);
        assertThat(rest.part(usd("0.00"), NOON).id()).isNotEqualTo(part.id());
        var nothing = rest.without(rest.part(usd("0.00"), NOON)).state();
        assertThat(nothing.amount()).isEqualTo(usd("0.00"));
        assertThat(nothing.refundDue(Why.CANCELLED, NOON).state()).isEqualTo(nothing);
        assertThat(rest.refundDue(Why.CANCELLED, NOON).state().amount()).isEqualTo(usd("120.00"));
    }

    @Test
    void what_was_paid_is_written_down_though_the_places_cost_less_by_now() {
        var one = made(paid, steps(paid).changeTickets(List.of(new Tickets("gala", 1)), null));
        assertThat(Receipt.byCard(one, money, usd("240.00"), NOON).amount()).isEqualTo(usd("240.00"));
    }

    @Test
    void money_goes_back_once_and_the_world_is_told_once() {
        var due = Receipt.byCard(paid, more, usd("240.00"), NOON);
        var requested = due.requested("re_1", NOON).state();
        assertThat(requested.state()).isEqualTo(State.REQUESTED);
        assertThat(requested.requested("re_1", NOON).state()).isEqualTo(requested);
        var done = requested.done("re_1", NOON);
        assertThat(done.events()).containsExactly(new RefundMade("k-2", "k", "gala", "240.00", "USD", NOON));
        assertThat(done.state().dueAt()).isNull();
        assertThat(done.state().done("re_1", NOON).events()).isEmpty();
        assertThat(done.state().sentBack(NOON).state()).isEqualTo(done.state());
    }

    @Test
    void a_refund_that_failed_is_asked_for_again_under_another_key() {
        var due = Receipt.byCard(paid, more, usd("240.00"), NOON);
        assertThat(due.repaymentReference()).isEqualTo("k-2/1");
        var failed = due.failed("re_1", "lost card").state();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).isEqualTo("lost card");
        var again = failed.sentBack(NOON).state();
        assertThat(again.state()).isEqualTo(State.DUE);
        assertThat(again.repaymentReference()).isEqualTo("k-2/2");
        assertThat(Receipt.idOf(again.repaymentReference())).isEqualTo("k-2");
    }

    @Test
    void what_pays_for_places_stays_and_what_the_provider_sends_nobody_else_sends() {
        var kept = Receipt.byCard(paid, money, usd("240.00"), NOON);
        assertThatExceptionOfType(NoRefundDue.class).isThrownBy(() -> kept.sentBack(NOON));
        assertThatExceptionOfType(NoRefundDue.class).isThrownBy(() -> kept.repaid("x", NOON));
        assertThat(kept.done("re_1", NOON).events()).isEmpty();
        var due = Receipt.byCard(paid, more, usd("240.00"), NOON);
        assertThatExceptionOfType(SentByTheProvider.class).isThrownBy(() -> due.repaid("x", NOON));
        assertThat(due.failed(null, "no such payment")
                        .state()
                        .repaid("x", NOON)
                        .state()
                        .state())
                .isEqualTo(State.DONE);
    }

    @Test
    void one_worker_at_a_time_looks_after_what_is_due() {
        var due = Receipt.byCard(paid, more, usd("240.00"), NOON);
        var claimed = due.claim(NOON.plusSeconds(60), NOON).state();
        assertThat(claimed.dueAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(claimed.claim(NOON.plusSeconds(61), NOON.plusSeconds(1)).state())
                .isEqualTo(claimed);
    }

    private Steps steps(Registration registration) {
        return new Steps(registration, new Setting(gala, TERMS, NOON.plus(Duration.ofMinutes(1))), Entry.GUEST);
    }
}
