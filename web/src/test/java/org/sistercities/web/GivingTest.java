package org.sistercities.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Gifts, and what has to be paid for tickets. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GivingTest {
    private static final StubApi API = new StubApi();
    private static final String TERMS = """
            {"least":{"amount":"1.00","currency":"EUR"},"most":{"amount":"100000.00","currency":"EUR"},
             "ways":["CARD","PLEDGE"],"rhythms":["ONE_OFF","MONTHLY"]}""";
    private static final String GIFT = """
            {"id":"g1","status":"%s","amount":{"amount":"25.50","currency":"EUR"},"rhythm":"ONE_OFF","way":"CARD",
             "link":"/api/v1/gifts/g1?token=secret",%s"anonymity":"PUBLIC"}""";
    private static final String CAMPAIGN = """
            {"id":"c1","slug":"peace","name":"Peace through people","actions":[],"html":"<p>Why</p>",
             "raised":[{"amount":"1200.00","currency":"EUR"}],"gifts":3}""";
    private static final Map<String, String> FILLED_IN = Map.of(
            "key", "k1",
            "amount", "25,50",
            "rhythm", "ONE_OFF",
            "way", "CARD",
            "anonymity", "PUBLIC",
            "name", "Ada <Example>",
            "email", "ada@example.org",
            "campaign", "peace");

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void api(DynamicPropertyRegistry properties) {
        properties.add("sistercities.site.gateway", API::uri);
    }

    @BeforeEach
    void terms() {
        API.forgets();
        API.says("GET /api/v1/gifts/terms", 200, TERMS);
        API.says("GET /api/v1/campaigns/peace", 200, CAMPAIGN);
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void a_campaign_says_what_has_come_and_leads_to_the_form() throws Exception {
        assertThat(get("/campaigns/peace").body()).contains("€1,200", "3 gifts", "/donate?campaign=peace");
        assertThat(get("/donate?campaign=peace").body()).contains("Peace through people", "value=\"CARD\"");
        assertThat(get("/donate?campaign=gone").body()).doesNotContain("name=\"campaign\"");
    }

    @Test
    void a_gift_is_asked_for_as_it_was_filled_in_once_and_has_a_page_of_its_own() throws Exception {
        API.says("POST /api/v1/gifts", 201, GIFT.formatted("PENDING", ""));
        var first = post(FILLED_IN);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).hasValue("/gifts/g1/secret");
        post(FILLED_IN);
        var asked =
                API.seen.stream().filter(seen -> seen.method().equals("POST")).toList();
        assertThat(asked).extracting(StubApi.Seen::key).hasSize(2).doesNotContainNull();
        assertThat(asked.getFirst().key()).isEqualTo(asked.getLast().key());
        var sent = new JsonMapper().readTree(asked.getFirst().body());
        assertThat(sent.path("amount").asString()).isEqualTo("25.50");
        assertThat(sent.path("currency").asString()).isEqualTo("EUR");
        assertThat(sent.path("campaign").asString()).isEqualTo("peace");
        assertThat(sent.at("/donor/name").asString()).isEqualTo("Ada <Example>");
        assertThat(sent.has("tribute")).isFalse();
    }

    @Test
    void what_is_refused_is_told_and_nothing_typed_is_lost() throws Exception {
        API.says("POST /api/v1/gifts", 422, """
                {"type":"/problems/amount-not-taken","status":422,"detail":"Gifts are from 1.00 EUR."}""");
        var again = post(FILLED_IN);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains(
                        "Gifts are from 1.00 EUR.", "Ada &lt;Example&gt;", "ada@example.org", "value=\"25,50\"", "k1");
    }

    @Test
    void its_page_leads_to_the_payment_then_to_the_receipt_and_is_kept_by_nobody() throws Exception {
        API.says("GET /api/v1/gifts/g1", 200, GIFT.formatted("PENDING", "\"checkout\":\"https://pay.example.org/1\","));
        var pending = get("/gifts/g1/secret");
        assertThat(pending.body())
                .contains("https://pay.example.org/1", "€25.50")
                .doesNotContain("receipt.pdf");
        assertThat(pending.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(pending.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");

        API.says("GET /api/v1/gifts/g1", 200, GIFT.formatted("SETTLED", "\"receipt\":\"/api/v1/…\","));
        assertThat(get("/gifts/g1/secret").body())
                .contains("/gifts/g1/secret/receipt.pdf")
                .doesNotContain("pay.example.org");
    }

    @Test
    void what_is_charged_each_month_says_so_and_is_ended_on_its_page() throws Exception {
        API.says("GET /api/v1/gifts/g1", 200, GIFT.replace("ONE_OFF", "MONTHLY").formatted("SETTLED", """
                        "end":"/api/v1/gifts/g1/end?token=secret","months":{"state":"RUNNING","failedOn":"2026-11-02"},"""));
        assertThat(get("/gifts/g1/secret").body())
                .contains("until you end it here", "2 November 2026", "action=\"/gifts/g1/secret/end\"");
        API.says("POST /api/v1/gifts/g1/end", 200, GIFT.formatted("LAPSED", "\"months\":{\"state\":\"ENDED\"},"));
        var ended = post("/gifts/g1/secret/end", Map.of());
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(ended.headers().firstValue("Location")).hasValue("/gifts/g1/secret");
        API.says("GET /api/v1/gifts/g1", 200, GIFT.formatted("LAPSED", "\"months\":{\"state\":\"ENDED\"},"));
        assertThat(get("/gifts/g1/secret").body())
                .contains("It has ended")
                .doesNotContain("<form method=\"post\" action=\"/gifts");
    }

    @Test
    void who_gives_by_transfer_is_told_where_and_with_which_words() throws Exception {
        API.says(
                "GET /api/v1/gifts/g1",
                200,
                GIFT.formatted("PLEDGED", "\"reference\":\"GIFT-1\",\"bank\":[\"IBAN X\"],"));
        assertThat(get("/gifts/g1/secret").body()).contains("GIFT-1", "IBAN X");
    }

    @Test
    void coming_back_from_the_payment_provider_proves_nothing() throws Exception {
        assertThat(get("/donate?gift=g1&outcome=paid").body()).contains("As soon as the payment provider has told us");
        assertThat(get("/donate?gift=g1&outcome=given-up").body()).contains("Nothing was paid");
        assertThat(get("/registrations/r1?checkout=paid").body()).contains("If you have just paid");
        assertThat(get("/registrations/r1").body()).doesNotContain("If you have just paid");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Map<String, String> fields) throws Exception {
        return post("/donate", fields);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
