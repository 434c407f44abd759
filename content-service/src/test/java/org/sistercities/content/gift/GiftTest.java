package org.sistercities.content.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.gift.Gift.Status;
import org.sistercities.content.gift.Offer.Anonymity;
import org.sistercities.content.gift.Offer.Rhythm;
import org.sistercities.content.gift.Offer.Way;
import org.sistercities.content.gift.Receipt.Back;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.payment.Charge;
import org.sistercities.platform.payment.HostedCheckout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GiftTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final HostedCheckout SESSION = new HostedCheckout(
            "cs_1", "gift-g", HostedCheckout.State.OPEN, "https://pay.example.org/1", usd("25"), null, null);

    @Test
    void a_gift_by_card_is_settled_once_however_often_that_is_told() {
        var gift = aGift(Way.CARD, Rhythm.ONE_OFF);
        assertThat(gift.status()).isEqualTo(Status.PENDING);
        var paid = after(gift, one -> one.paid("pi_1", usd("25"), null, NOON));
        assertThat(paid.status()).isEqualTo(Status.SETTLED);
        assertThat(paid.due()).isNull();
        assertThat(after(paid, one -> one.paid("pi_1", usd("25"), null, NOON.plusSeconds(9))))
                .isEqualTo(paid);
        assertThat(paid.kept()).containsExactly(usd("25"));
    }

    @Test
    void news_in_the_wrong_order_changes_nothing_back_and_late_money_counts() {
        var gift = aGift(Way.CARD, Rhythm.ONE_OFF);
        var paid = after(gift, one -> one.paid("pi_1", usd("25"), null, NOON));
        assertThat(after(paid, one -> one.expired(NOON))).isEqualTo(paid);
        assertThat(after(paid, one -> one.opened(SESSION, NOON, NOON))).isEqualTo(paid);
        var lapsed = after(gift, one -> one.expired(NOON));
        assertThat(lapsed.status()).isEqualTo(Status.LAPSED);
        assertThat(after(lapsed, one -> one.paid("pi_1", usd("25"), null, NOON)).status())
                .isEqualTo(Status.SETTLED);
    }

    @Test
    void a_pledge_is_settled_by_who_has_seen_the_money_once() {
        var pledge = aGift(Way.PLEDGE, Rhythm.ONE_OFF);
        assertThat(pledge.status()).isEqualTo(Status.PLEDGED);
        var settled = after(pledge, one -> one.marked("B-1", usd("25"), TODAY, NOON));
        assertThat(settled.status()).isEqualTo(Status.SETTLED);
        assertThat(after(settled, one -> one.marked("B-1", usd("25"), TODAY, NOON)))
                .isEqualTo(settled);
        assertThatThrownBy(() -> settled.marked("B-2", usd("25"), TODAY, NOON))
                .isInstanceOf(GiftRefused.AlreadySettled.class);
        assertThatThrownBy(() -> settled.lapse(NOON)).isInstanceOf(GiftRefused.AlreadySettled.class);
        assertThat(after(pledge, one -> one.lapse(NOON)).status()).isEqualTo(Status.LAPSED);
    }

    @Test
    void each_months_money_is_added_until_no_more_comes() {
        var monthly = aGift(Way.PLEDGE, Rhythm.MONTHLY);
        var twice = after(
                after(monthly, one -> one.marked("Jan", usd("10"), TODAY, NOON)),
                one -> one.marked("Feb", usd("10.50"), TODAY, NOON));
        assertThat(twice.kept()).containsExactly(usd("10"), usd("10.50"));
        var over = after(twice, one -> one.lapse(NOON));
        assertThat(over.status()).isEqualTo(Status.LAPSED);
        assertThat(over.kept()).hasSize(2);
    }

    @Test
    void a_card_is_charged_each_month_and_each_month_is_written_down_once() {
        var begun = aMonthlyByCard();
        assertThat(begun.status()).isEqualTo(Status.SETTLED);
        assertThat(begun.due()).isNotNull(); // the provider is asked about the months
        var twice = after(begun, one -> one.paid("in_2", usd("25"), "sub_1", NOON.plusSeconds(1)));
        assertThat(after(twice, one -> one.paid("in_2", usd("25"), "sub_1", NOON.plusSeconds(9))))
                .isEqualTo(twice);
        assertThat(twice.kept()).hasSize(2);
        assertThat(twice.canEnd()).isTrue();
    }

    @Test
    void a_month_that_cannot_be_charged_is_known_until_one_can() {
        var failed = after(aMonthlyByCard(), one -> one.failed("in_2", TODAY, NOON));
        assertThat(failed.status()).isEqualTo(Status.SETTLED);
        assertThat(failed.monthly().failedOn()).isEqualTo(TODAY);
        var paid = after(failed, one -> one.paid("in_2", usd("25"), "sub_1", NOON));
        assertThat(paid.monthly().failedOn()).isNull();
        assertThat(after(paid, one -> one.failed("in_2", TODAY, NOON))).isEqualTo(paid); // told late
    }

    @Test
    void its_donor_ends_it_and_what_was_charged_before_still_counts() {
        var ending = after(aMonthlyByCard(), one -> one.end(NOON));
        assertThat(ending.monthly().state()).isEqualTo(Monthly.State.ENDING);
        assertThat(ending.due()).isNotNull();
        assertThat(ending.canEnd()).isFalse();
        assertThat(after(ending, one -> one.end(NOON.plusSeconds(9)))).isEqualTo(ending);
        var over = after(ending, one -> one.ended("sub_1", NOON));
        assertThat(over.status()).isEqualTo(Status.LAPSED);
        assertThat(over.due()).isNull();
        assertThat(after(over, one -> one.ended("sub_1", NOON.plusSeconds(9)))).isEqualTo(over);
        assertThat(after(over, one -> one.end(NOON.plusSeconds(9)))).isEqualTo(over);
        var late = after(over, one -> one.paid("in_2", usd("25"), "sub_1", NOON));
        assertThat(late.status()).isEqualTo(Status.LAPSED);
        assertThat(late.kept()).hasSize(2);
        assertThat(after(late, one -> one.failed("in_3", TODAY, NOON))).isEqualTo(late);
    }

    @Test
    void an_end_told_before_the_first_month_is_an_end() {
        var over = after(aGift(Way.CARD, Rhythm.MONTHLY), one -> one.ended("sub_1", NOON));
        assertThat(over.status()).isEqualTo(Status.LAPSED);
        var paid = after(over, one -> one.paid("in_1", usd("25"), "sub_1", NOON));
        assertThat(paid.status()).isEqualTo(Status.LAPSED);
        assertThat(paid.kept()).hasSize(1);
    }

    @Test
    void a_month_goes_back_while_others_stay_and_the_next_ones_are_still_looked_after() {
        var two = after(aMonthlyByCard(), one -> one.paid("in_2", usd("25"), "sub_1", NOON));
        var asked = after(two, one -> one.refund("in_1", null, NOON));
        var third = after(asked, one -> one.paid("in_3", usd("25"), "sub_1", NOON));
        assertThat(third.due()).isNotNull();
        var back = after(third, one -> one.refunded("in_1", 1, Back.DONE, "re_1", NOON));
        assertThat(back.status()).isEqualTo(Status.SETTLED);
        assertThat(back.kept()).hasSize(2);
        assertThat(back.due()).isNotNull();
        assertThat(after(back, one -> one.lapse(NOON)).monthly().state()).isEqualTo(Monthly.State.ENDING);
    }

    @Test
    void what_is_given_once_or_has_not_begun_cannot_be_ended() {
        var once = after(aGift(Way.CARD, Rhythm.ONE_OFF), one -> one.paid("pi_1", usd("25"), null, NOON));
        for (var gift : List.of(once, aGift(Way.CARD, Rhythm.MONTHLY), aGift(Way.PLEDGE, Rhythm.ONE_OFF))) {
            assertThat(gift.canEnd()).isFalse();
            assertThatThrownBy(() -> gift.end(NOON)).isInstanceOf(GiftRefused.NothingToEnd.class);
        }
        var promised = aGift(Way.PLEDGE, Rhythm.MONTHLY);
        assertThat(promised.canEnd()).isTrue();
        assertThat(after(promised, one -> one.end(NOON)).status()).isEqualTo(Status.LAPSED);
    }

    @Test
    void money_goes_back_once_and_counts_until_it_has() {
        var paid = after(aGift(Way.CARD, Rhythm.ONE_OFF), one -> one.paid("pi_1", usd("25"), null, NOON));
        assertThatThrownBy(() -> paid.refund("pi_2", null, NOON)).isInstanceOf(GiftRefused.NoSuchReceipt.class);
        var asked = after(paid, one -> one.refund("pi_1", null, NOON));
        assertThat(asked.status()).isEqualTo(Status.SETTLED);
        assertThat(asked.due()).isNotNull();
        assertThat(after(asked, one -> one.refund("pi_1", null, NOON))
                        .receipt("pi_1")
                        .attempt())
                .isEqualTo(1);
        var failed = after(asked, one -> one.refunded("pi_1", 1, Back.FAILED, "re_1", NOON));
        assertThat(failed.kept()).hasSize(1);
        var again = after(failed, one -> one.refund("pi_1", null, NOON));
        assertThat(after(again, one -> one.refunded("pi_1", 1, Back.DONE, "re_1", NOON)))
                .isEqualTo(again);
        var back = after(again, one -> one.refunded("pi_1", 2, Back.DONE, "re_2", NOON));
        assertThat(back.status()).isEqualTo(Status.REFUNDED);
        assertThat(back.kept()).isEmpty();
        assertThat(after(back, one -> one.refunded("pi_1", 2, Back.FAILED, "re_2", NOON)))
                .isEqualTo(back);
    }

    @Test
    void a_transfer_goes_back_by_hand_and_says_how() {
        var settled = after(aGift(Way.PLEDGE, Rhythm.ONE_OFF), one -> one.marked("B-1", usd("25"), TODAY, NOON));
        assertThatThrownBy(() -> settled.refund("B-1", " ", NOON)).isInstanceOf(GiftRefused.HowItWentBackMissing.class);
        assertThat(after(settled, one -> one.refund("B-1", "transfer 7", NOON)).status())
                .isEqualTo(Status.REFUNDED);
    }

    @Test
    void who_is_forgotten_leaves_the_money_and_nobodys_name() {
        var settled = after(aGift(Way.PLEDGE, Rhythm.ONE_OFF), one -> one.marked("B-1", usd("25"), TODAY, NOON));
        var forgotten = after(settled, one -> one.forget(NOON));
        assertThat(forgotten.offer().donor()).isNull();
        assertThat(forgotten.offer().tribute()).isNull();
        assertThat(forgotten.kept()).containsExactly(usd("25"));
        assertThat(settled.toString()).doesNotContain("Maria", "maria@example.org");
    }

    @Test
    void whose_card_is_still_charged_is_not_forgotten_before_that_is_over() {
        var running = aMonthlyByCard();
        var ending = after(running, one -> one.end(NOON));
        for (var charged : List.of(running, ending))
            assertThatThrownBy(() -> charged.forget(NOON)).isInstanceOf(GiftRefused.StillCharged.class);
        var over = after(ending, one -> one.ended("sub_1", NOON));
        assertThat(after(over, one -> one.forget(NOON)).offer().donor()).isNull();
    }

    private static Gift aGift(Way way, Rhythm rhythm) {
        var offer = new Offer(
                usd("25"),
                rhythm,
                way,
                null,
                new Tribute(Tribute.Kind.IN_MEMORY, "Ike", null),
                Anonymity.PUBLIC,
                new Donor("Maria Rossi", "maria@example.org"));
        return Gift.promised("g", offer, way == Way.CARD ? NOON.plusSeconds(2_100) : null, NOON)
                .state();
    }

    private static Gift aMonthlyByCard() {
        return after(aGift(Way.CARD, Rhythm.MONTHLY), one -> one.paid("in_1", usd("25"), "sub_1", NOON));
    }

    private static Gift after(Gift gift, Function<Gift, Change<Gift>> step) {
        return step.apply(gift).state();
    }

    private static Charge usd(String amount) {
        return new Charge(new BigDecimal(amount), Currency.getInstance("USD"));
    }
}
