package org.sistercities.backing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.backing.stripe.FakeStripe.Keys;
import org.sistercities.backing.stripe.FakeStripe.Notice;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CardPagesTest {
    private static final Keys KEYS = new Keys("sk", "wh");

    @TempDir
    Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final List<Notice> told = new CopyOnWriteArrayList<>();
    private FakeStripe stripe;

    @BeforeEach
    void start() {
        stripe = FakeStripe.withPages(0, KEYS, folder.resolve("kept/payments.json"), told::add);
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void who_pays_is_told_of_once_and_goes_where_the_service_has_said() throws Exception {
        var session = open("Gala & <Dinner>");
        assertThat(page(session).body()).contains("250.00 USD", "Gala &amp; &lt;Dinner&gt;");

        assertThat(decide(session, "pay")).isEqualTo("https://example.org/paid");
        assertThat(decide(session, "pay")).isEqualTo("https://example.org/paid"); // the button pressed twice
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.body()).contains("checkout.session.completed", session, "\"payment_status\":\"paid\"");
            assertThat(notice.signature()).startsWith("t=");
        });
        assertThat(page(session).body()).contains("paid").doesNotContain("<button");
    }

    @Test
    void who_does_not_pay_is_not_told_of_and_may_come_back() throws Exception {
        var session = open("Gala");
        assertThat(decide(session, "give-up")).isEqualTo("https://example.org/not");
        assertThat(told).isEmpty();
        assertThat(page(session).body()).contains("<button");
    }

    @Test
    void there_is_nothing_to_pay_on_a_page_nobody_opened() throws Exception {
        assertThat(page("cs_test_99").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_paid_each_month_is_listed_and_a_month_passes_when_somebody_says_so() throws Exception {
        assertThat(page("").body()).contains("Nothing yet");
        var session = open("Gift", "subscription");
        assertThat(page(session).body()).contains("250.00 USD each month");
        decide(session, "pay");
        assertThat(told)
                .hasSize(2)
                .last()
                .satisfies(first -> assertThat(first.body()).contains("invoice.paid", "r-1"));
        var id = stripe.subscriptionOf(session);
        stop();
        start();
        assertThat(page("").body()).contains("Gift, 250.00 USD, active", id);
        for (var decision : List.of("pass", "fail", "end", "pass")) decide("", decision + "&subscription=" + id);
        assertThat(told.subList(2, told.size()))
                .extracting(notice ->
                        new JsonMapper().readTree(notice.body()).path("type").asString())
                .containsExactly("invoice.paid", "invoice.payment_failed", "customer.subscription.deleted");
        assertThat(page("").body()).contains("Nothing yet");
    }

    @Test
    void what_was_paid_is_known_after_a_restart() throws Exception {
        var open = open("Gala");
        var paid = open("Dinner");
        decide(paid, "pay");
        stop();
        start();
        assertThat(call("GET", "/v1/checkout/sessions/" + paid, "").body()).contains("\"payment_status\":\"paid\"");
        assertThat(page(open).body()).contains("<button");
        assertThat(open("A third")).isNotIn(open, paid);
    }

    private String open(String what) throws Exception {
        return open(what, "payment");
    }

    private String open(String what, String mode) throws Exception {
        var until = Instant.now().plus(Duration.ofMinutes(35)).getEpochSecond();
        var answer = call(
                "POST",
                "/v1/checkout/sessions",
                "mode=" + mode
                        + "&subscription_data[metadata][reference]=r-1&line_items[0][price_data][recurring][interval]=month"
                        + "&client_reference_id=r-1&success_url=https://example.org/paid&cancel_url=https://example.org/not"
                        + "&expires_at=" + until + "&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd"
                        + "&line_items[0][price_data][unit_amount]=25000&line_items[0][price_data][product_data][name]="
                        + URLEncoder.encode(what, UTF_8));
        return new JsonMapper().readTree(answer.body()).path("id").asString();
    }

    private HttpResponse<String> call(String method, String path, String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(stripe.url() + path))
                .header("Authorization", "Bearer sk")
                .header("Idempotency-Key", form)
                .method(method, BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> page(String session) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(stripe.url() + "/pay/" + session)));
    }

    private String decide(String session, String decision) throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(stripe.url() + "/pay/" + session))
                .POST(BodyPublishers.ofString("decision=" + decision)));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
