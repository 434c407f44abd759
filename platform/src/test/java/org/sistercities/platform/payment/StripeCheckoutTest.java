package org.sistercities.platform.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercities.backing.stripe.FakeStripe;
import org.sistercities.platform.payment.HostedCheckout.State;
import org.sistercities.platform.payment.PaymentProvider.CheckoutRequest;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StripeCheckoutTest {
    private static final Charge PRICE = usd("240.00");

    private final FakeStripe fake = new FakeStripe();
    private final PaymentProvider stripe = stripe(FakeStripe.SECRET_KEY);
    private final CheckoutRequest request = new CheckoutRequest(
            "r-1",
            PRICE,
            "Inaugural Gala",
            URI.create("https://example.org/paid"),
            URI.create("https://example.org/not"),
            Instant.now().plus(Duration.ofMinutes(35)));

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void a_checkout_is_opened_once_for_a_key_also_when_the_answer_was_lost() {
        fake.loseAnswers(1);
        assertThatExceptionOfType(ProviderAway.class).isThrownBy(() -> stripe.open(request, "k"));
        var opened = stripe.open(request, "k");
        assertThat(opened.state()).isEqualTo(State.OPEN);
        assertThat(opened.reference()).isEqualTo("r-1");
        assertThat(opened.url()).startsWith(fake.url());
        assertThat(opened.charged()).isEqualTo(PRICE);
        assertThat(stripe.open(request, "k")).isEqualTo(opened);
        assertThat(fake.sessionsOf("r-1")).hasSize(1);
    }

    @Test
    void it_is_closed_unless_it_was_paid() {
        var first = stripe.open(request, "1").id();
        assertThat(stripe.close(first).state()).isEqualTo(State.EXPIRED);
        assertThat(stripe.close(first).state()).isEqualTo(State.EXPIRED);
        var second = stripe.open(request, "2").id();
        fake.pay(second);
        assertThat(stripe.close(second).state()).isEqualTo(State.PAID);
        assertThat(stripe.read(second).paymentId()).isNotNull();
    }

    @Test
    void money_goes_back_once_for_a_key_and_never_more_than_came() {
        var id = stripe.open(request, "1").id();
        fake.pay(id);
        var payment = String.valueOf(stripe.read(id).paymentId());
        var repayment = stripe.refund(payment, PRICE, "r-1/1", "r");
        assertThat(repayment.state()).isEqualTo(Repayment.State.DONE);
        assertThat(repayment.reference()).isEqualTo("r-1/1");
        assertThat(stripe.refund(payment, PRICE, "r-1/1", "r")).isEqualTo(repayment);
        assertThat(stripe.readRefund(repayment.id())).isEqualTo(repayment);
        assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> stripe.refund(payment, PRICE, "r-1/2", "s"));
    }

    @Test
    void a_notice_is_believed_when_it_is_signed_just_now_and_as_it_came() {
        var id = stripe.open(request, "1").id();
        var notice = fake.pay(id);
        assertThat(verified(notice.body(), notice.signature()))
                .isInstanceOfSatisfying(ProviderNotice.OfCheckout.class, told -> {
                    assertThat(told.checkout().id()).isEqualTo(id);
                    assertThat(told.checkout().state()).isEqualTo(State.PAID);
                    assertThat(told.checkout().charged()).isEqualTo(PRICE);
                    assertThat(told.checkout().reference()).isEqualTo("r-1");
                });
        var old = FakeStripe.signed(notice.body(), Instant.now().minus(Duration.ofMinutes(6)));
        assertThatExceptionOfType(BadSignature.class).isThrownBy(() -> verified(old.body(), old.signature()));
        assertThatExceptionOfType(BadSignature.class)
                .isThrownBy(() -> verified(notice.body().replace("24000", "24001"), notice.signature()));
        assertThatExceptionOfType(BadSignature.class).isThrownBy(() -> verified(notice.body(), "t=1"));
        assertThatExceptionOfType(BadSignature.class).isThrownBy(() -> verified(notice.body(), ""));
        var other = FakeStripe.signed("{\"id\": \"evt_1\", \"type\": \"customer.created\"}", Instant.now());
        assertThat(verified(other.body(), other.signature()))
                .isEqualTo(new ProviderNotice.OfSomethingElse("evt_1", "customer.created"));
    }

    @Test
    void what_is_paid_each_month_is_agreed_once_for_a_key_and_each_month_has_an_id_of_its_own() {
        var page = stripe.subscribe(request, "k");
        assertThat(stripe.subscribe(request, "k")).isEqualTo(page);
        var agreed = fake.pay(page.id());
        assertThat(verified(agreed.body(), agreed.signature()))
                .isInstanceOfSatisfying(
                        ProviderNotice.OfCheckout.class,
                        told -> assertThat(told.checkout()).isEqualTo(stripe.read(page.id())));
        var paid = stripe.read(page.id());
        var subscription = String.valueOf(paid.subscriptionId());
        var second = fake.month(subscription);
        assertThat(stripe.paidInstalments(subscription))
                .hasSize(2)
                .contains(new Instalment(String.valueOf(paid.paymentId()), "r-1", subscription, true, PRICE))
                .contains(instalment(second));
        var failed = instalment(fake.failedMonth(subscription));
        assertThat(failed.isPaid()).isFalse();
        assertThat(stripe.paidInstalments(subscription)).hasSize(2);
        assertThat(instalment(fake.payInvoice(failed.id())))
                .isEqualTo(stripe.paidInstalments(subscription).get(2));
    }

    @Test
    void a_month_goes_back_by_what_it_was_paid_with() {
        var page = stripe.subscribe(request, "k").id();
        fake.pay(page);
        var first = String.valueOf(stripe.read(page).paymentId());
        assertThat(stripe.refund(first, PRICE, "r-1/1", "r").state()).isEqualTo(Repayment.State.DONE);
        assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> stripe.refund(first, PRICE, "r-1/2", "s"));
        var unpaid = instalment(fake.failedMonth(fake.subscriptionOf(page))).id();
        assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> stripe.refund(unpaid, PRICE, "r-1/3", "t"));
    }

    @Test
    void a_subscription_ends_once_however_often_it_is_ended() {
        var page = stripe.subscribe(request, "k").id();
        fake.pay(page);
        var id = fake.subscriptionOf(page);
        assertThat(stripe.readSubscription(id)).isEqualTo(new Subscription(id, "r-1", false));
        fake.loseAnswers(1);
        assertThatExceptionOfType(ProviderAway.class).isThrownBy(() -> stripe.end(id));
        assertThat(stripe.end(id)).isEqualTo(new Subscription(id, "r-1", true));
        assertThat(fake.runningSubscriptions()).isEmpty();
        assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> stripe.end("sub_nobodys"));
        var told = fake.endSubscription(id);
        assertThat(verified(told.body(), told.signature()))
                .isInstanceOfSatisfying(
                        ProviderNotice.OfSubscription.class,
                        over -> assertThat(over.subscription()).isEqualTo(stripe.readSubscription(id)));
    }

    @Test
    void an_invoice_is_read_as_it_was_told_before_2025_and_of_no_subscription_it_is_none_of_ours() {
        var old = FakeStripe.signed("""
                {"id":"evt_1","type":"invoice.paid","data":{"object":{"object":"invoice","id":"in_1","status":"paid",
                 "amount_paid":24000,"currency":"usd","subscription":"sub_1",
                 "subscription_details":{"metadata":{"reference":"r-1"}}}}}""", Instant.now());
        assertThat(instalment(old)).isEqualTo(new Instalment("in_1", "r-1", "sub_1", true, PRICE));
        for (var none : new String[] {
            "{\"object\":\"invoice\",\"id\":\"in_2\",\"status\":\"paid\",\"parent\":null}",
            "{\"object\":\"invoice\",\"id\":\"in_3\",\"status\":\"draft\",\"subscription\":\"sub_1\"}"
        }) {
            var other = FakeStripe.signed(
                    "{\"id\":\"evt_2\",\"type\":\"invoice.updated\",\"data\":{\"object\":" + none + "}}",
                    Instant.now());
            assertThat(verified(other.body(), other.signature())).isInstanceOf(ProviderNotice.OfSomethingElse.class);
        }
    }

    @Test
    void a_fault_of_the_provider_is_told_apart_from_a_refusal() {
        for (int status : new int[] {409, 429, 500, 503}) {
            fake.fault(status);
            assertThatExceptionOfType(ProviderAway.class).isThrownBy(() -> stripe.open(request, "k"));
        }
        fake.fault(0);
        assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> stripe.read("cs_nobodys"));
        assertThatExceptionOfType(ProviderAway.class)
                .isThrownBy(() -> stripe("sk_revoked").open(request, "k")); // for us to mend
    }

    @Test
    void a_key_is_for_one_request_only() {
        stripe.open(request, "k");
        var other = new CheckoutRequest(
                "r-1", PRICE, "Another title", request.paid(), request.givenUp(), request.expiresAt());
        assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> stripe.open(other, "k"));
    }

    @ParameterizedTest
    @CsvSource({"12.34, USD, 1234", "1234, JPY, 1234", "1.234, KWD, 1234", "12, ISK, 1200", "12, MGA, 12"})
    void amounts_are_counted_as_stripe_counts_them(String amount, String currency, long minor) {
        var charge = new Charge(new BigDecimal(amount), Currency.getInstance(currency));
        assertThat(StripeMoney.minor(charge)).isEqualTo(minor);
        assertThat(StripeMoney.charge(minor, currency.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(charge);
    }

    private Instalment instalment(FakeStripe.Notice notice) {
        return ((ProviderNotice.OfInstalment) verified(notice.body(), notice.signature())).instalment();
    }

    private ProviderNotice verified(String body, String signature) {
        return stripe.verified(body.getBytes(UTF_8), signature);
    }

    private PaymentProvider stripe(String key) {
        var properties = new StripeProperties(
                key,
                FakeStripe.WEBHOOK_SECRET,
                URI.create(fake.url()),
                Duration.ofMinutes(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30));
        return new StripeCheckout(properties, new JsonMapper(), Clock.systemUTC());
    }

    private static Charge usd(String amount) {
        return new Charge(new BigDecimal(amount), Currency.getInstance("USD"));
    }
}
