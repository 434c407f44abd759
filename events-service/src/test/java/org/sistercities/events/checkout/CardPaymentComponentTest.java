package org.sistercities.events.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.atOnce;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.hold;
import static org.sistercities.events.TicketOffice.newKey;
import static org.sistercities.events.TicketOffice.party;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.sistercities.backing.stripe.FakeStripe;
import org.sistercities.backing.stripe.FakeStripe.Notice;
import org.sistercities.events.PostOffice;
import org.sistercities.events.TicketOffice;
import org.sistercities.events.TicketOffice.Answer;
import org.sistercities.platform.testing.RealServices;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Money by card, as it comes: once, twice, late, in any order, or not at all. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DirtiesContext
@DisplayNameGeneration(ReplaceUnderscores.class)
class CardPaymentComponentTest {
    private static final PostOffice POST = new PostOffice();
    private static final FakeStripe STRIPE = new FakeStripe();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MARIA = "{\"contact\": {\"name\": \"Maria Rossi\", \"email\": \"maria@example.org\"}}";

    private TicketOffice office;
    private String event;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", POST::port);
        properties.add("sistercities.mail.look-every", () -> "100ms");
        properties.add("sistercities.payment.stripe.secret-key", () -> FakeStripe.SECRET_KEY);
        properties.add("sistercities.payment.stripe.webhook-secret", () -> FakeStripe.WEBHOOK_SECRET);
        properties.add("sistercities.payment.stripe.base-url", STRIPE::url);
        properties.add("sistercities.checkout.look-every", () -> "100ms");
        properties.add("sistercities.checkout.ask-after", () -> "8s");
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
        event = office.conference(10);
        STRIPE.away(false);
        STRIPE.loseAnswers(0);
        STRIPE.answerRefunds("succeeded");
    }

    @AfterAll
    static void close() {
        POST.close();
        STRIPE.close();
    }

    @Test
    void held_places_are_paid_on_one_page_and_confirmed_once_however_often_that_is_told() {
        var held = office.register(event, newKey(), hold(2, "patron"));
        assertThat(office.step(held, "checkout", "").problem()).isEqualTo("/problems/contact-missing");
        var opened = office.step(held, "checkout", MARIA);
        assertThat(opened.status()).as(opened.response().body()).isEqualTo(201);
        assertThat(opened.json().at("/amount/amount").asString()).isEqualTo("500.00");
        assertThat(opened.json().path("url").asString()).startsWith(STRIPE.url());
        assertThat(office.step(held, "checkout", "").json()).isEqualTo(opened.json());
        assertThat(until(held)).isAfter(Instant.now().plus(Duration.ofMinutes(35)));
        assertThat(STRIPE.sessionsOf(id(held))).hasSize(1);

        var paid = STRIPE.pay(session(held));
        assertThat(status(held)).isEqualTo("HELD");
        assertThat(deliver(paid).status()).isEqualTo(200);
        assertThat(status(held)).isEqualTo("CONFIRMED");
        assertThat(deliver(paid).status()).isEqualTo(200);
        assertThat(office.taken(event, "ballroom")).isEqualTo(2);
        assertThat(payments("KEPT")).hasSize(1);
        assertThat(acts(held)).containsExactly("REGISTERED", "CHECKOUT", "PAID");
        assertThat(office.get(held.header("Location") + "/checkout", eventsTeam())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("PAID");
        assertThat(office.step(held, "checkout", "").problem()).isEqualTo("/problems/not-awaited");
        assertThat(office.get(held.header("Location") + "/invoice", eventsTeam())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_invoiced_party_may_pay_by_card_too() {
        var invoiced = office.register(event, newKey(), party(1, "patron"));
        var until = until(invoiced);
        office.step(invoiced, "checkout", "");
        assertThat(until(invoiced)).isEqualTo(until);
        deliver(STRIPE.pay(session(invoiced)));
        assertThat(status(invoiced)).isEqualTo("CONFIRMED");
    }

    @Test
    void what_the_provider_has_not_signed_is_not_believed() {
        var held = paying(1);
        var paid = STRIPE.pay(session(held));
        var forged = new Notice(paid.body().replace("25000", "25001"), paid.signature());
        assertThat(deliver(forged).problem()).isEqualTo("/problems/bad-signature");
        var old = FakeStripe.signed(paid.body(), Instant.now().minus(Duration.ofMinutes(10)));
        assertThat(deliver(old).status()).isEqualTo(400);
        assertThat(deliver(new Notice(paid.body(), "")).status()).isEqualTo(400);
        assertThat(acts(held)).containsExactly("REGISTERED", "CHECKOUT");
        var others = FakeStripe.signed("{\"id\": \"evt_x\", \"type\": \"customer.created\"}", Instant.now());
        assertThat(deliver(others).status()).isEqualTo(200);
    }

    @Test
    void a_lost_answer_makes_no_second_page_and_its_payment_counts() {
        STRIPE.loseAnswers(1);
        var held = office.register(event, newKey(), hold(1, "patron"));
        assertThat(office.step(held, "checkout", MARIA).problem()).isEqualTo("/problems/provider-away");
        assertThat(office.step(held, "checkout", "").status()).isEqualTo(201);
        assertThat(STRIPE.sessionsOf(id(held))).hasSize(1);

        STRIPE.loseAnswers(1);
        var impatient = office.register(event, newKey(), hold(1, "patron"));
        office.step(impatient, "checkout", MARIA);
        deliver(STRIPE.pay(session(impatient))); // before we know that the page is open
        assertThat(status(impatient)).isEqualTo("CONFIRMED");
    }

    @Test
    void news_that_comes_in_the_wrong_order_changes_nothing_back() {
        var held = paying(1);
        var expired = STRIPE.expire(session(held));
        var open = office.step(held, "checkout", "");
        assertThat(deliver(expired).status()).isEqualTo(200);
        assertThat(office.step(held, "checkout", "").json()).isNotEqualTo(open.json()); // a new page
        assertThat(STRIPE.sessionsOf(id(held))).hasSize(2);
        var paid = STRIPE.pay(session(held));
        var stale = paid.body().replace("\"complete\"", "\"expired\"").replace("\"paid\"", "\"unpaid\"");
        var late = FakeStripe.signed(stale.replace("evt_", "evt_stale_"), Instant.now());
        deliver(paid);
        assertThat(deliver(late).status()).isEqualTo(200);
        assertThat(status(held)).isEqualTo("CONFIRMED");
        assertThat(payments("KEPT")).hasSize(1);
    }

    @Test
    void another_amount_or_currency_is_put_aside_for_the_team() {
        var cheap = paying(1);
        deliver(STRIPE.pay(session(cheap), 100, "usd"));
        var foreign = paying(1);
        deliver(STRIPE.pay(session(foreign), 25000, "eur"));
        assertThat(status(cheap)).isEqualTo("HELD");
        assertThat(status(foreign)).isEqualTo("HELD");
        assertThat(payments("ASIDE"))
                .extracting(some -> some.at("/amount/amount").asString()
                        + some.at("/amount/currency").asString())
                .containsExactlyInAnyOrder("1.00USD", "250.00EUR");
        var sent = sendBack(payments("ASIDE").getFirst(), "");
        assertThat(sent.status()).as(sent.response().body()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> payments("DONE").size() == 1);
        assertThat(STRIPE.refundsOf(session(cheap)).size()
                        + STRIPE.refundsOf(session(foreign)).size())
                .isEqualTo(1);
    }

    @Test
    void a_provider_that_tells_nothing_is_asked() {
        var held = paying(1);
        STRIPE.pay(session(held)); // and the notice never comes
        await().atMost(PATIENCE).until(() -> status(held).equals("CONFIRMED"));
        assertThat(payments("KEPT")).hasSize(1);
    }

    @Test
    void who_pays_twice_gets_one_payment_back() {
        var invoiced = office.register(event, newKey(), party(1, "patron"));
        office.step(invoiced, "checkout", "");
        var paid = STRIPE.pay(session(invoiced));
        office.decide(invoiced, "payment", "{\"reference\": \"2026-1\", \"receivedOn\": \"2026-11-20\"}");
        deliver(paid);
        await().atMost(PATIENCE).until(() -> payments("DONE").size() == 1);
        assertThat(payments("DONE").getFirst().path("why").asString()).isEqualTo("PAID_TWICE");
        assertThat(STRIPE.refundsOf(session(invoiced))).hasSize(1);
        assertThat(status(invoiced)).isEqualTo("CONFIRMED");
        await().atMost(PATIENCE).until(() -> payments("KEPT").size() == 1); // the transfer
        deliver(STRIPE.pay(session(paying(1))));
        assertThat(payments("KEPT")).hasSize(1 + 1);
        assertThat(payments("KEPT&registration=" + id(invoiced))).hasSize(1);
    }

    @Test
    void a_page_is_closed_when_there_is_nothing_to_be_paid_any_more() {
        var held = paying(1);
        office.step(held, "cancellation", "");
        await().atMost(PATIENCE).until(() -> STRIPE.status(session(held)).equals("expired"));
    }

    @Test
    void who_pays_too_late_gets_the_place_back_if_there_is_one_and_else_the_money_and_is_told() {
        var soon = Instant.now().plus(Duration.ofSeconds(20));
        event = office.conference(2, soon, soon.plus(Duration.ofHours(5)));
        var first = payingLate("maria@example.org");
        var address = "late-" + UUID.randomUUID() + "@example.org";
        var second = payingLate(address);
        STRIPE.away(true); // so that nobody closes the pages, or learns by asking
        await().atMost(PATIENCE)
                .until(() -> acts(first).contains("EXPIRED") && acts(second).contains("EXPIRED"));
        assertThat(office.places(event, "ballroom", "left")).isEqualTo(2);
        office.resize(event, "ballroom", 1);

        var tooLate = List.of(paidAtLast(first), paidAtLast(second));
        deliver(tooLate.getFirst());
        assertThat(status(first)).isEqualTo("CONFIRMED");
        deliver(tooLate.getLast());
        assertThat(status(second)).isEqualTo("EXPIRED");
        STRIPE.away(false);
        await().atMost(PATIENCE).until(() -> payments("DONE").size() == 1);
        assertThat(payments("DONE").getFirst().path("why").asString()).isEqualTo("TOO_LATE");
        assertThat(STRIPE.refundsOf(session(second))).hasSize(1);
        assertThat(acts(second)).endsWith("PAID", "REFUNDED");
        await().atMost(PATIENCE)
                .until(() -> POST.mailFor(address).stream()
                        .map(PostOffice.Mail::subject)
                        .toList()
                        .containsAll(List.of(
                                "Your payment for Inaugural Gala goes back",
                                "Your money for Inaugural Gala is on its way back")));
        assertThat(office.taken(event, "ballroom")).isEqualTo(1);
    }

    @Test
    void cancelling_what_is_paid_sends_the_money_back_once() {
        var paid = paid(2);
        office.step(paid, "cancellation", "");
        await().atMost(PATIENCE).until(() -> payments("DONE").size() == 1);
        assertThat(STRIPE.refundsOf(session(paid))).hasSize(1);
        assertThat(acts(paid)).containsExactly("REGISTERED", "CHECKOUT", "PAID", "CANCELLED", "REFUNDED");
        var again = sendBack(payments("DONE").getFirst(), "");
        assertThat(again.json().path("state").asString()).isEqualTo("DONE");
        assertThat(sendBack(payments("DONE").getFirst(), "{\"reference\": \"x\"}")
                        .status())
                .isEqualTo(200);
        assertThat(acts(paid)).filteredOn("REFUNDED"::equals).hasSize(1);
        var kept = paid(1);
        assertThat(sendBack(payments("KEPT").getFirst(), "").problem()).isEqualTo("/problems/no-refund-due");
        assertThat(status(kept)).isEqualTo("CONFIRMED");
    }

    @Test
    void a_paid_party_that_becomes_smaller_gets_the_rest_back_and_once_it_cancels_all_of_it() {
        var paid = paid(3);
        var token = paid.json().path("token").asString();
        var path = paid.header("Location") + "/tickets";
        assertThat(office.put(path, token, patrons(4)).problem()).isEqualTo("/problems/price-would-change");
        assertThat(office.put(path, token, patrons(2)).status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> payments("DONE").size() == 1);
        assertThat(amount(payments("DONE").getFirst())).isEqualTo("250.00");
        assertThat(payments("DONE").getFirst().path("why").asString()).isEqualTo("LESS_TO_PAY");
        assertThat(amount(payments("KEPT").getFirst())).isEqualTo("500.00");
        assertThat(office.taken(event, "ballroom")).isEqualTo(2);

        assertThat(office.put(path, token, patrons(1)).status()).isEqualTo(200);
        office.step(paid, "cancellation", "");
        await().atMost(PATIENCE)
                .until(() -> payments("DONE").stream()
                        .map(CardPaymentComponentTest::amount)
                        .toList()
                        .equals(List.of("250.00", "250.00", "250.00")));
        assertThat(payments("KEPT")).isEmpty();
        assertThat(STRIPE.refundsOf(session(paid))).hasSize(3);
        assertThat(acts(paid)).filteredOn("REFUNDED"::equals).hasSize(3);
    }

    @Test
    void a_refund_takes_its_time_or_fails_and_is_asked_for_again() {
        STRIPE.answerRefunds("pending");
        var paid = paid(1);
        office.step(paid, "cancellation", "");
        await().atMost(PATIENCE).until(() -> payments("REQUESTED").size() == 1);
        assertThat(sendBack(payments("REQUESTED").getFirst(), "{\"reference\": \"x\"}")
                        .problem())
                .isEqualTo("/problems/sent-by-the-provider");
        var refund = STRIPE.refundsOf(session(paid)).getFirst();
        var failed = STRIPE.finishRefund(refund, "failed");
        deliver(failed);
        assertThat(payments("FAILED").getFirst().path("problem").asString()).isEqualTo("lost_or_stolen_card");
        STRIPE.answerRefunds("succeeded");
        sendBack(payments("FAILED").getFirst(), "");
        await().atMost(PATIENCE).until(() -> payments("DONE").size() == 1);
        deliver(FakeStripe.signed(failed.body().replace("evt_", "evt_again_"), Instant.now())); // of the first try
        assertThat(payments("DONE")).hasSize(1);
        assertThat(STRIPE.refundsOf(session(paid))).hasSize(2);
    }

    @Test
    void a_transfer_goes_back_by_hand() {
        var invoiced = office.register(event, newKey(), party(1, "patron"));
        office.decide(invoiced, "payment", "{\"reference\": \"2026-7\", \"receivedOn\": \"2026-11-20\"}");
        office.step(invoiced, "cancellation", "");
        await().atMost(PATIENCE).until(() -> payments("DUE").size() == 1);
        var due = payments("DUE").getFirst();
        assertThat(sendBack(due, "").problem()).isEqualTo("/problems/reference-missing");
        assertThat(sendBack(due, "{\"reference\": \"2026-back-7\"}").status()).isEqualTo(200);
        assertThat(sendBack(due, "{\"reference\": \"2026-back-7\"}").status()).isEqualTo(200);
        assertThat(payments("DONE")).singleElement().satisfies(done -> {
            assertThat(done.path("refund").asString()).isEqualTo("2026-back-7");
            assertThat(done.path("method").asString()).isEqualTo("TRANSFER");
        });
        assertThat(acts(invoiced)).endsWith("CANCELLED", "REFUNDED");
    }

    @Test
    void an_event_that_is_called_off_gives_all_their_money_back() {
        var first = paid(1);
        var second = paid(2);
        var path = "/api/v1/events/" + event;
        var tag = office.get(path, eventsTeam()).header("ETag");
        assertThat(office.post(path + "/cancellation", "{\"reason\": \"snow\"}", "", eventsTeam(), "If-Match", tag)
                        .status())
                .isEqualTo(200);
        await().atMost(PATIENCE).until(() -> payments("DONE").size() == 2);
        assertThat(STRIPE.refundsOf(session(first))).hasSize(1);
        assertThat(STRIPE.refundsOf(session(second))).hasSize(1);
    }

    @Test
    void a_provider_that_is_away_is_said_to_be_and_refunds_wait_for_it() {
        var paid = paid(1);
        STRIPE.away(true);
        var held = office.register(event, newKey(), hold(1, "patron"));
        assertThat(office.step(held, "checkout", MARIA).status()).isEqualTo(503);
        office.step(paid, "cancellation", "");
        await().atMost(PATIENCE).until(() -> payments("DUE").size() == 1);
        STRIPE.away(false);
        await().atMost(PATIENCE).until(() -> payments("DONE").size() == 1); // tried again after a minute
        assertThat(STRIPE.refundsOf(session(paid))).hasSize(1);
    }

    @RepeatedTest(3)
    void many_notices_at_once_settle_once() {
        var held = paying(1);
        var paid = STRIPE.pay(session(held));
        var again = FakeStripe.signed(paid.body().replace("evt_", "evt_second_"), Instant.now());
        var answers = atOnce(16, n -> deliver(n % 2 == 0 ? paid : again));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(status(held)).isEqualTo("CONFIRMED");
        assertThat(acts(held)).filteredOn("PAID"::equals).hasSize(1);
        assertThat(payments("KEPT")).hasSize(1);
        assertThat(office.taken(event, "ballroom")).isEqualTo(1);
    }

    @RepeatedTest(3)
    void a_payment_against_a_cancellation_leaves_either_places_or_money_and_never_both() {
        var parties = atOnce(5, _ -> paying(1));
        var notices = parties.stream().map(this::paidAtLast).toList();
        atOnce(10, n -> n < 5 ? deliver(notices.get(n)) : office.step(parties.get(n - 5), "cancellation", ""));
        await().atMost(PATIENCE).until(() -> payments("DONE").size() == 5);
        for (var party : parties) {
            assertThat(status(party)).isEqualTo("CANCELLED");
            assertThat(STRIPE.refundsOf(session(party))).hasSize(1);
        }
        assertThat(office.places(event, "ballroom", "left")).isEqualTo(10);
    }

    @RepeatedTest(2)
    void payments_that_come_while_the_time_runs_out_get_places_or_money_and_no_place_is_sold_twice()
            throws InterruptedException {
        var soon = Instant.now().plus(Duration.ofSeconds(15));
        event = office.conference(6, soon, soon.plus(Duration.ofHours(5)));
        var parties = atOnce(6, _ -> payingLate("maria@example.org"));
        var notices = parties.stream().map(this::paidAtLast).toList();
        var left = Duration.between(Instant.now(), soon);
        if (left.isPositive()) Thread.sleep(left); // the very moment; before or after it, all must hold
        atOnce(12, n -> n < 6 ? deliver(notices.get(n)) : office.resize(event, "ballroom", 3));
        for (var notice : notices) assertThat(deliver(notice).status()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> payments("KEPT").size() + payments("DONE").size() == 6);
        int confirmed = 0;
        for (var party : parties) {
            boolean has = status(party).equals("CONFIRMED");
            if (has) confirmed++;
            assertThat(STRIPE.refundsOf(session(party))).as(status(party)).hasSize(has ? 0 : 1);
        }
        assertThat(office.taken(event, "ballroom")).isEqualTo(confirmed);
    }

    private Notice paidAtLast(Answer registered) {
        return STRIPE.pay(session(registered));
    }

    /** A party with a page to pay on. */
    private Answer paying(int count) {
        var held = office.register(event, newKey(), hold(count, "patron"));
        var opened = office.step(held, "checkout", MARIA);
        assertThat(opened.status()).as(opened.response().body()).isEqualTo(201);
        return held;
    }

    /** The same for a party that has until the event begins to pay its invoice. */
    private Answer payingLate(String address) {
        var invoiced = office.register(event, newKey(), party(1, "patron").replace("maria@example.org", address));
        assertThat(office.step(invoiced, "checkout", "").status()).isEqualTo(201);
        return invoiced;
    }

    private Answer paid(int count) {
        var held = paying(count);
        deliver(STRIPE.pay(session(held)));
        return held;
    }

    private Answer deliver(Notice notice) {
        return office.send(office.request("/api/v1/payments/stripe/notices")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", notice.signature())
                .POST(HttpRequest.BodyPublishers.ofString(notice.body())));
    }

    private Answer sendBack(JsonNode payment, String body) {
        var path = "/api/v1/events/" + event + "/payments/" + payment.path("id").asString() + "/refund";
        return office.post(path, body, "", eventsTeam());
    }

    private List<JsonNode> payments(String state) {
        return List.copyOf(office.get("/api/v1/events/" + event + "/payments?limit=100&state=" + state, eventsTeam())
                .json()
                .path("items")
                .values());
    }

    private static String amount(JsonNode payment) {
        return payment.at("/amount/amount").asString();
    }

    private static String patrons(int count) {
        return "{\"tickets\": [{\"ticketType\": \"patron\", \"count\": %d}]}".formatted(count);
    }

    private List<String> acts(Answer registered) {
        return office
                .get(registered.header("Location") + "/history", eventsTeam())
                .json()
                .path("items")
                .values()
                .stream()
                .map(entry -> entry.path("what").asString())
                .toList();
    }

    private String status(Answer registered) {
        return office.seen(registered).path("status").asString();
    }

    private Instant until(Answer registered) {
        return Instant.parse(office.seen(registered).path("until").asString());
    }

    /** The last page to pay on of a registration, as the provider calls it. */
    private static String session(Answer registered) {
        return STRIPE.sessionsOf(id(registered)).getLast();
    }

    private static String id(Answer registered) {
        return registered.json().path("id").asString();
    }
}
