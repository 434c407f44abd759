package org.sistercities.content.gift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.backing.stripe.FakeStripe;
import org.sistercities.backing.stripe.FakeStripe.Notice;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.RealServices;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gifts as they come: promised, by card, once, twice, late, in any order, or not at all. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DirtiesContext
@DisplayNameGeneration(ReplaceUnderscores.class)
class GiftsComponentTest {
    private static final FakeStripe STRIPE = new FakeStripe();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EDITOR = TestIssuer.bearer("ed", Role.EDITOR);
    private static final String ADMIN = TestIssuer.bearer("root", Role.ADMINISTRATOR);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String slug = "sixty-" + randomUUID();
    private int port;
    private String campaign;

    private record Answer(int status, HttpResponse<byte[]> response) {
        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text() {
            return new String(response.body(), UTF_8);
        }

        String problem() {
            return json().path("type").asString();
        }

        String id() {
            return json().path("id").asString();
        }

        String etag() {
            return response.headers().firstValue("ETag").orElse(null);
        }
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("sistercities.payment.stripe.secret-key", () -> FakeStripe.SECRET_KEY);
        properties.add("sistercities.payment.stripe.webhook-secret", () -> FakeStripe.WEBHOOK_SECRET);
        properties.add("sistercities.payment.stripe.base-url", STRIPE::url);
        properties.add("sistercities.gifts.look-every", () -> "100ms");
        properties.add("sistercities.gifts.ask-after", () -> "6s");
        properties.add("sistercities.gifts.ask-months-after", () -> "6s");
        properties.add("sistercities.gifts.bank", () -> "IBAN US00 TEST");
        properties.add("sistercities.gifts.most", () -> "5000");
    }

    @BeforeEach
    void campaign(@LocalServerPort int port) {
        this.port = port;
        STRIPE.fault(0);
        STRIPE.answerRefunds("succeeded");
        var draft = send("POST", "/campaigns", EDITOR, null, """
                {"name":"Sixty years","slug":"%s","body":"x","goal":{"text":"Peace","target":{"amount":"1000.00","currency":"USD"}}}""".formatted(slug));
        campaign = draft.id();
        assertThat(send("POST", "/campaigns/" + campaign + "/publication", EDITOR, draft.etag(), null)
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void close() {
        STRIPE.close();
    }

    @Test
    void a_gift_by_card_is_settled_by_a_signed_notice_and_counted_once() {
        var key = randomUUID().toString();
        var gift = give(key, card("25.00"));
        assertThat(gift.status()).as(gift.text()).isEqualTo(201);
        assertThat(gift.json().path("status").asString()).isEqualTo("PENDING");
        assertThat(gift.json().path("checkout").asString()).startsWith(STRIPE.url());
        assertThat(gift.json().has("receipt")).isFalse();
        assertThat(give(key, card("25.00")).json()).isEqualTo(gift.json());
        assertThat(give(key, card("26.00")).problem()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(STRIPE.sessionsOf("gift-" + gift.id())).hasSize(1);
        assertThat(get(gift.json().path("link").asString().replace("token=", "token=x"), null)
                        .problem())
                .isEqualTo("/problems/not-your-gift");

        var paid = STRIPE.pay(session(gift));
        assertThat(raised()).isEmpty();
        assertThat(deliver(new Notice(paid.body().replace("2500", "2501"), paid.signature()))
                        .problem())
                .isEqualTo("/problems/bad-signature");
        assertThat(deliver(FakeStripe.signed(paid.body(), Instant.now().minus(Duration.ofMinutes(10))))
                        .status())
                .isEqualTo(400);
        assertThat(deliver(new Notice(paid.body(), "")).status()).isEqualTo(400);
        assertThat(raised()).isEmpty();
        var told = Instant.now();
        assertThat(deliver(paid).status()).isEqualTo(200);
        assertThat(raised()).isEqualTo("25.00");
        assertThat(Duration.between(told, Instant.now())).isLessThan(PATIENCE);
        assertThat(deliver(paid).status()).isEqualTo(200);
        assertThat(raised()).isEqualTo("25.00");
        assertThat(get(gift.json().path("link").asString(), null)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("SETTLED");
    }

    @Test
    void notices_at_once_late_and_in_the_wrong_order_count_once_each() throws Exception {
        var gifts = new ArrayList<Answer>();
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 10; i++) {
            var gift = give(randomUUID().toString(), card("10.1" + i));
            gifts.add(gift);
            var paid = STRIPE.pay(session(gift));
            var again =
                    FakeStripe.signed(paid.body().replaceFirst("\"id\":\"evt_", "\"id\":\"evt_again"), Instant.now());
            for (var notice : List.of(paid, again, paid, again))
                tasks.add(() -> deliver(notice).status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(tasks)) assertThat(one.get()).isEqualTo(200);
        }
        assertThat(raised()).isEqualTo("101.45");
        for (var gift : gifts) assertThat(staff(gift).json().path("received")).hasSize(1);

        var late = give(randomUUID().toString(), card("5.00"));
        var paid = STRIPE.pay(session(late));
        var expired = FakeStripe.signed(
                paid.body()
                        .replace("\"status\":\"complete\"", "\"status\":\"expired\"")
                        .replace("\"paid\"", "\"unpaid\"")
                        .replaceFirst("\"id\":\"evt_", "\"id\":\"evt_x"),
                Instant.now());
        assertThat(deliver(expired).status()).isEqualTo(200);
        assertThat(staff(late).json().path("status").asString()).isEqualTo("LAPSED");
        assertThat(deliver(paid).status()).isEqualTo(200);
        assertThat(staff(late).json().path("status").asString()).isEqualTo("SETTLED");
        assertThat(deliver(expired).status()).isEqualTo(200);
        assertThat(raised()).isEqualTo("106.45");
    }

    @Test
    void a_provider_that_is_silent_is_asked_and_a_lost_answer_makes_no_second_page() {
        STRIPE.loseAnswers(1);
        var key = randomUUID().toString();
        assertThat(give(key, card("7.00")).problem()).isEqualTo("/problems/provider-away");
        var gift = give(key, card("7.00"));
        assertThat(STRIPE.sessionsOf("gift-" + gift.id())).hasSize(1);
        STRIPE.pay(session(gift)); // and nobody tells us
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(raised()).isEqualTo("7.00"));
    }

    @Test
    void money_goes_back_by_the_provider_and_is_counted_no_more() {
        var gift = give(randomUUID().toString(), card("40.00"));
        deliver(STRIPE.pay(session(gift)));
        var settled = staff(gift);
        var payment = settled.json().at("/received/0/reference").asString();
        STRIPE.answerRefunds("pending");
        var asked = send(
                "POST",
                "/gifts/" + gift.id() + "/refunds",
                ADMIN,
                settled.etag(),
                "{\"reference\":\"" + payment + "\"}");
        assertThat(asked.json().path("status").asString()).isEqualTo("SETTLED");
        assertThat(raised()).isEqualTo("40.00");
        deliver(STRIPE.finishRefund(STRIPE.refundsOf(session(gift)).getFirst(), "succeeded"));
        assertThat(staff(gift).json().path("status").asString()).isEqualTo("REFUNDED");
        assertThat(raised()).isEmpty();
        assertThat(STRIPE.refundsOf(session(gift))).hasSize(1);
        assertThat(get(gift.json().path("link").asString().replace("?", "/receipt.pdf?"), null)
                        .problem())
                .isEqualTo("/problems/not-settled");
    }

    @Test
    void a_pledge_is_marked_received_and_receipted() throws IOException {
        var gift = give(randomUUID().toString(), pledge("MONTHLY", "12.50", "PUBLIC", "Maria Rossi", campaign));
        assertThat(gift.json().path("bank").toString()).contains("IBAN US00 TEST");
        assertThat(gift.json().path("reference").asString()).startsWith("GIFT-");
        var january = "{\"reference\":\"B-1\",\"on\":\"2026-01-05\"}";
        assertThat(mark(gift, null, january).problem()).isEqualTo("/problems/revision-required");
        var once = mark(gift, "\"1\"", january);
        assertThat(once.status()).as(once.text()).isEqualTo(200);
        assertThat(mark(gift, "\"1\"", january).problem()).isEqualTo("/problems/stale-revision");
        assertThat(mark(gift, once.etag(), january).json().path("received")).hasSize(1);
        assertThat(mark(gift, once.etag(), "{\"reference\":\"B-2\",\"amount\":\"13.00\",\"on\":\"2026-02-05\"}")
                        .json()
                        .path("received"))
                .hasSize(2);
        assertThat(raised()).isEqualTo("25.50");

        var link = get(gift.json().path("link").asString(), null)
                .json()
                .path("receipt")
                .asString();
        var receipt = get(link, null);
        assertThat(receipt.response().headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (var pdf = Loader.loadPDF(receipt.response().body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Maria Rossi", "5 January 2026: 12.50 USD", "13.00 USD", "In memory of Ike");
        }
        assertThat(get(link.replaceFirst("token=.*", "token=guess"), null).status())
                .isEqualTo(403);
    }

    @Test
    void only_who_wants_it_is_read_and_only_administrators_see_donors() {
        settledPledge("PUBLIC", "Ada Public");
        settledPledge("ANONYMOUS", "Ben Anonymous");
        settledPledge("STAFF_ONLY", "=Cleo(Staff)");
        give(randomUUID().toString(), pledge("ONE_OFF", "5.00", "PUBLIC", "Dan Promised", campaign));
        var wall = get("/api/v1/campaigns/" + slug + "/donors", null).json();
        assertThat(wall.path("names").toString()).isEqualTo("[\"Ada Public\"]");
        assertThat(wall.path("anonymous").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/campaigns/" + slug, null).text()).doesNotContain("Ada", "Ben", "Cleo", "Dan");

        assertThat(get("/api/v1/gifts", EDITOR).status()).isEqualTo(403);
        assertThat(get("/api/v1/gifts", null).status()).isEqualTo(401);
        var settled = get("/api/v1/gifts?status=SETTLED&campaign=" + campaign + "&limit=2", ADMIN)
                .json();
        assertThat(settled.path("items")).hasSize(2);
        assertThat(get(
                                "/api/v1/gifts?status=SETTLED&campaign=" + campaign + "&limit=2&cursor="
                                        + settled.path("next").asString(),
                                ADMIN)
                        .json()
                        .path("items"))
                .hasSize(1);
        var csv = get("/api/v1/gifts/export.csv?campaign=" + campaign, ADMIN);
        assertThat(csv.text().lines()).hasSize(5);
        assertThat(csv.text())
                .contains("'=Cleo(Staff)", "Ada Public,ada@example.org")
                .startsWith("id,reference,status");
        assertThat(get("/api/v1/gifts/export.csv", EDITOR).status()).isEqualTo(403);
    }

    @Test
    void a_donor_is_forgotten_everywhere() {
        var gift = settledPledge("PUBLIC", "Eva Gone");
        var forgotten = send(
                "DELETE", "/gifts/" + gift.id() + "/donor", ADMIN, staff(gift).etag(), null);
        assertThat(forgotten.text()).doesNotContain("Eva", "ada@example.org", "Ike");
        assertThat(get("/api/v1/campaigns/" + slug + "/donors", null).text()).doesNotContain("Eva");
        assertThat(raised()).isEqualTo("20.00");
        assertThat(get("/api/v1/gifts/export.csv?campaign=" + campaign, ADMIN).text())
                .doesNotContain("Eva", "ada@example.org");
    }

    @Test
    void what_is_not_taken_is_refused_by_name() {
        for (var amount : List.of("0.50", "5000.01", "10.001"))
            assertThat(give(randomUUID().toString(), card(amount)).problem())
                    .as(amount)
                    .isEqualTo("/problems/amount-not-taken");
        assertThat(give(randomUUID().toString(), card("10").replace("USD", "EUR"))
                        .problem())
                .isEqualTo("/problems/amount-not-taken");
        assertThat(give(randomUUID().toString(), card("-1")).problem()).isEqualTo("/problems/invalid-request");
        assertThat(give(randomUUID().toString(), card("10").replace(campaign, "nobody"))
                        .problem())
                .isEqualTo("/problems/unknown-designation");
        assertThat(give(randomUUID().toString(), card("10").replace("}}", "},\"card\":\"4242424242424242\"}"))
                        .status())
                .isEqualTo(400);
        var gift = give(randomUUID().toString(), card("10.00"));
        assertThat(mark(gift, staff(gift).etag(), "{\"reference\":\"B\",\"on\":\"2026-01-05\"}")
                        .problem())
                .isEqualTo("/problems/not-a-pledge");
    }

    @Test
    void a_card_is_charged_each_month_until_its_donor_ends_it() {
        var gift = give(randomUUID().toString(), monthly("15.00"));
        assertThat(gift.status()).as(gift.text()).isEqualTo(201);
        assertThat(donor(gift).has("end")).isFalse();
        assertThat(end(gift).problem()).isEqualTo("/problems/nothing-to-end");
        var agreed = STRIPE.pay(session(gift));
        var first = STRIPE.firstInvoice(session(gift));
        assertThat(deliver(first).status()).isEqualTo(200); // before the page's own notice
        for (var notice : List.of(agreed, first, again(first), again(agreed)))
            assertThat(deliver(notice).status()).isEqualTo(200);
        assertThat(raised()).isEqualTo("15.00");
        var february = STRIPE.month(STRIPE.subscriptionOf(session(gift)));
        assertThat(deliver(new Notice(february.body().replace("1500", "150000"), february.signature()))
                        .status())
                .isEqualTo(400);
        for (var notice : List.of(february, february, again(february)))
            assertThat(deliver(notice).status()).isEqualTo(200);
        assertThat(raised()).isEqualTo("30.00");
        assertThat(donor(gift).path("received")).hasSize(2);

        assertThat(exchange(request(donor(gift).path("end").asString().replace("token=", "token=x"))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .problem())
                .isEqualTo("/problems/not-your-gift");
        STRIPE.month(STRIPE.subscriptionOf(session(gift))); // March, and nobody tells us
        var over = end(gift);
        assertThat(over.json().path("status").asString()).as(over.text()).isEqualTo("LAPSED");
        assertThat(over.json().at("/months/state").asString()).isEqualTo("ENDED");
        assertThat(over.json().has("end")).isFalse();
        assertThat(raised()).isEqualTo("45.00");
        assertThat(STRIPE.runningSubscriptions()).doesNotContainKey(STRIPE.subscriptionOf(session(gift)));
        assertThat(end(gift).json()).isEqualTo(over.json());
        deliver(STRIPE.endSubscription(STRIPE.subscriptionOf(session(gift))));
        deliver(again(february));
        assertThat(donor(gift)).isEqualTo(over.json());
    }

    @Test
    void months_are_counted_once_each_at_once_in_any_order_and_also_when_nobody_tells() throws Exception {
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 5; i++) {
            var gift = give(randomUUID().toString(), monthly("10.0" + i));
            var notices = new ArrayList<>(List.of(STRIPE.pay(session(gift)), STRIPE.firstInvoice(session(gift))));
            for (int month = 0; month < 3; month++) notices.add(STRIPE.month(STRIPE.subscriptionOf(session(gift))));
            for (var notice : notices.reversed())
                for (var one : List.of(notice, again(notice), notice))
                    tasks.add(() -> deliver(one).status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(tasks)) assertThat(one.get()).isEqualTo(200);
        }
        assertThat(raised()).isEqualTo("200.40");
        var silent = give(randomUUID().toString(), monthly("1.00"));
        STRIPE.pay(session(silent));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(raised()).isEqualTo("201.40"));
        STRIPE.month(STRIPE.subscriptionOf(session(silent)));
        STRIPE.endSubscription(STRIPE.subscriptionOf(session(silent)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(raised()).isEqualTo("202.40");
            assertThat(donor(silent).path("status").asString()).isEqualTo("LAPSED");
        });
    }

    @Test
    void an_end_is_told_to_the_provider_until_it_has_heard() {
        var gift = begun("9.00");
        var subscription = STRIPE.subscriptionOf(session(gift));
        STRIPE.away(true);
        var ending = end(gift);
        assertThat(ending.status()).as(ending.text()).isEqualTo(200);
        assertThat(ending.json().at("/months/state").asString()).isEqualTo("ENDING");
        assertThat(STRIPE.runningSubscriptions()).containsKey(subscription);
        STRIPE.away(false);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(donor(gift).at("/months/state").asString()).isEqualTo("ENDED"));
        assertThat(STRIPE.runningSubscriptions()).doesNotContainKey(subscription);

        var other = begun("9.00");
        STRIPE.loseAnswers(1);
        assertThat(end(other).json().at("/months/state").asString()).isEqualTo("ENDING");
        assertThat(end(other).json().at("/months/state").asString()).isEqualTo("ENDED");
    }

    @Test
    void a_refused_card_is_noted_and_what_the_provider_or_staff_ends_is_over() {
        var gift = begun("8.00");
        var subscription = STRIPE.subscriptionOf(session(gift));
        var failed = STRIPE.failedMonth(subscription);
        deliver(failed);
        assertThat(donor(gift).at("/months/failedOn").asString()).isNotEmpty();
        assertThat(raised()).isEqualTo("8.00");
        deliver(STRIPE.payInvoice(
                JSON.readTree(failed.body()).at("/data/object/id").asString()));
        assertThat(donor(gift).path("months").has("failedOn")).isFalse();
        assertThat(raised()).isEqualTo("16.00");
        var over = STRIPE.endSubscription(subscription);
        assertThat(deliver(over).status()).isEqualTo(200);
        assertThat(staff(gift).json().path("status").asString()).isEqualTo("LAPSED");

        var other = begun("4.00");
        var stale = send("POST", "/gifts/" + other.id() + "/lapse", ADMIN, "\"1\"", null);
        assertThat(stale.problem()).isEqualTo("/problems/stale-revision");
        var ended = send(
                "POST", "/gifts/" + other.id() + "/lapse", ADMIN, staff(other).etag(), null);
        assertThat(ended.json().at("/months/state").asString()).as(ended.text()).isEqualTo("ENDED");
        assertThat(STRIPE.runningSubscriptions()).doesNotContainKey(STRIPE.subscriptionOf(session(other)));
        assertThat(raised()).isEqualTo("20.00");
    }

    @Test
    void one_month_goes_back_by_the_provider_and_the_others_stay() {
        var gift = begun("6.00");
        deliver(STRIPE.month(STRIPE.subscriptionOf(session(gift))));
        var month = staff(gift).json().at("/received/1/reference").asString();
        var back = send(
                "POST",
                "/gifts/" + gift.id() + "/refunds",
                ADMIN,
                staff(gift).etag(),
                "{\"reference\":\"" + month + "\"}");
        assertThat(back.json().at("/received/1/back").asString())
                .as(back.text())
                .isEqualTo("DONE");
        assertThat(back.json().path("status").asString()).isEqualTo("SETTLED");
        assertThat(raised()).isEqualTo("6.00");
    }

    private Answer begun(String amount) {
        var gift = give(randomUUID().toString(), monthly(amount));
        assertThat(deliver(STRIPE.pay(session(gift))).status()).isEqualTo(200);
        return gift;
    }

    private String monthly(String amount) {
        return card(amount).replace("ONE_OFF", "MONTHLY");
    }

    private JsonNode donor(Answer gift) {
        return get(gift.json().path("link").asString(), null).json();
    }

    private Answer end(Answer gift) {
        var link = gift.json().path("link").asString().replace("?", "/end?");
        return exchange(request(link).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** The same, told as another notice. */
    private static Notice again(Notice notice) {
        return FakeStripe.signed(
                notice.body().replaceFirst("\"id\":\"evt_", "\"id\":\"evt_" + randomUUID()), Instant.now());
    }

    private Answer settledPledge(String anonymity, String name) {
        var gift = give(randomUUID().toString(), pledge("ONE_OFF", "20.00", anonymity, name, campaign));
        assertThat(mark(gift, "\"1\"", "{\"reference\":\"B-1\",\"on\":\"2026-01-05\"}")
                        .status())
                .isEqualTo(200);
        return gift;
    }

    private String raised() {
        var page = get("/api/v1/campaigns/" + slug, null).json();
        assertThat(page.has("raised")).isTrue();
        return page.path("raised").isEmpty() ? "" : page.at("/raised/0/amount").asString();
    }

    private String card(String amount) {
        return pledge("ONE_OFF", amount, "PUBLIC", "Maria Rossi", campaign).replace("PLEDGE", "CARD");
    }

    private static String pledge(String rhythm, String amount, String anonymity, String name, String campaign) {
        return """
                {"amount":"%s","currency":"USD","rhythm":"%s","way":"PLEDGE","campaign":"%s","anonymity":"%s",
                 "tribute":{"kind":"IN_MEMORY","name":"Ike"},"donor":{"name":"%s","email":"ada@example.org"}}""".formatted(amount, rhythm, campaign, anonymity, name);
    }

    private static String session(Answer gift) {
        return STRIPE.sessionsOf("gift-" + gift.id()).getFirst();
    }

    private Answer give(String key, String json) {
        return exchange(request("/api/v1/gifts")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Answer mark(Answer gift, String etag, String json) {
        return send("POST", "/gifts/" + gift.id() + "/payments", ADMIN, etag, json);
    }

    private Answer staff(Answer gift) {
        return get("/api/v1/gifts/" + gift.id(), ADMIN);
    }

    private Answer deliver(Notice notice) {
        return exchange(request("/api/v1/gifts/stripe/notices")
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", notice.signature())
                .POST(HttpRequest.BodyPublishers.ofString(notice.body())));
    }

    private Answer get(String path, String bearer) {
        var request = request(path);
        if (bearer != null) request.header("Authorization", bearer);
        return exchange(request);
    }

    private Answer send(String method, String path, String bearer, String etag, String json) {
        var request = request("/api/v1" + path)
                .header("Authorization", bearer)
                .header("Idempotency-Key", randomUUID().toString());
        if (etag != null) request.header("If-Match", etag);
        if (json == null) return exchange(request.method(method, HttpRequest.BodyPublishers.noBody()));
        return exchange(request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
