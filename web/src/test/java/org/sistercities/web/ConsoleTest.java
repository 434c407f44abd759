package org.sistercities.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsoleTest {
    private static final StubApi API = new StubApi();
    private static final String EVENT = """
            {"id":"e1","slug":"gala","status":"PUBLISHED","kind":"GALA","title":"Gala <2027>","description":"Come.","dressCode":"",
             "venue":{"name":"Lantern Hall","city":"Washington, DC","countryCode":"US","rooms":["Red room"]},"zone":"America/New_York",
             "startsAt":"2027-05-20T17:30:00-04:00","endsAt":"2027-05-20T23:30:00-04:00",
             "programme":[{"title":"Reception","startsAt":"2027-05-20T17:30:00-04:00","room":"Red room"}],
             "billing":{"hosts":[{"name":"The network"}],"coSponsors":[{"name":"A bank","tier":"Gold","seats":10}]},
             "ticketTypes":[{"id":"general","name":"General","price":{"amount":"0.00","currency":"USD"},
               "partySize":{"min":1,"max":10},"sales":{},"byCode":false,"byApproval":false,"onSale":true,"left":3}]}
            """;
    private static final String PLAN =
            "title=Gala&slug=gala&kind=GALA&zone=America%2FNew_York&startsAt=2027-05-20T18%3A00"
                    + "&endsAt=2027-05-20T23%3A30&venue-name=Hall&venue-city=Washington&venue-countryCode=US&rooms=Red+room"
                    + "&programme-0-title=Reception&programme-0-startsAt=2027-05-20T18%3A00&coSponsors-0-name=A+bank&coSponsors-0-seats=10";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void api(DynamicPropertyRegistry properties) {
        properties.add("sistercities.site.gateway", API::uri);
    }

    @BeforeEach
    void somebody_of_the_events_team() {
        API.forgets();
        API.says("GET /api/v1/session", 200, "{\"signedIn\":true,\"name\":\"olga\",\"roles\":[\"events-manager\"]}");
        API.says("GET /api/v1/events/e1", 200, EVENT);
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/events", "/console/events/new", "/console/events/e1/guests"})
    void whoever_has_not_signed_in_is_shown_the_way(String path) {
        var page = send(request(path));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body())
                .contains("for those who have signed in", "href=\"/sign-in?to=" + path + "\"")
                .doesNotContain("role=\"search\"");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(asked()).isEmpty();
    }

    @Test
    void whoever_does_other_work_is_told_so() {
        API.says("GET /api/v1/session", 200, "{\"signedIn\":true,\"name\":\"ed\",\"roles\":[\"editor\"]}");
        var page = get("/console/events");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This is not open to you").doesNotContain("Exception");
        assertThat(get("/console").body()).doesNotContain("/console/events");
    }

    @Test
    void what_the_service_refuses_is_refused_here() {
        API.says("GET /api/v1/events/e1/guests", 200, "{\"items\":[]}");
        API.says("GET /api/v1/events/e1", 403, "{\"type\":\"about:blank\",\"status\":403}");
        assertThat(get("/console/events/e1/guests").statusCode()).isEqualTo(403);
    }

    @Test
    void everything_is_asked_in_the_name_of_who_has_signed_in_and_kept_by_nobody() {
        API.says("GET /api/v1/events", 200, "{\"items\":[]}");
        API.says("GET /api/v1/events/drafts", 200, "{\"items\":[]}");
        var page = get("/console/events");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(asked()).hasSize(3).extracting(StubApi.Seen::authorization).containsOnly("Bearer olgas");
    }

    @Test
    void public_pages_ask_as_nobody_and_say_that_one_is_signed_in() {
        API.says("GET /api/v1/events/gala", 200, EVENT);
        var page = get("/events/gala");
        assertThat(page.body()).contains("href=\"/console\"", "href=\"/console/leave\"");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(asked()).extracting(StubApi.Seen::authorization).containsOnlyNulls();
    }

    @Test
    void an_edit_is_for_the_edition_that_was_read_and_loses_nothing_there_is_no_field_for() {
        API.says("PUT /api/v1/events/e1", 200, EVENT);
        assertThat(get("/console/events/e1/plan").body())
                .contains("value=\"2027-05-20T17:30\"", "value=\"Gala &lt;2027&gt;\"", "Red room");
        var saved = post("/console/events/e1/plan", "etag=%227.3%22&" + PLAN);
        assertThat(saved.statusCode()).isEqualTo(303);
        var put = API.seen.stream()
                .filter(seen -> seen.method().equals("PUT"))
                .findFirst()
                .orElseThrow();
        assertThat(put.ifMatch()).isEqualTo("\"7.3\"");
        assertThat(put.body())
                .contains("\"startsAt\":\"2027-05-20T18:00-04:00\"", "\"rooms\":[\"Red room\"]", "\"seats\":10")
                .doesNotContain("ticketTypes", "dressCode");
        assertThat(asked()).extracting(StubApi.Seen::authorization).containsOnly("Bearer olgas");
    }

    @Test
    void when_somebody_was_faster_nothing_typed_is_lost_and_theirs_is_shown() {
        API.says(
                "PUT /api/v1/events/e1",
                412,
                "{\"type\":\"/problems/stale-revision\",\"status\":412,\"detail\":\"stale\"}");
        var page = post(
                "/console/events/e1/plan", "etag=%227.3%22&" + PLAN + "&dressCode=Black+tie&honoraryChair-name=Ada");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Somebody else was faster", "value=\"Black tie\"", "value=\"2027-05-20T18:00\"")
                .contains(
                        "Gala &lt;2027&gt;",
                        "2027-05-20T17:30",
                        "Write mine over it",
                        "href=\"#honoraryChair-name\">Honorary chair</a></dt><dd>–</dd>")
                .doesNotContain("href=\"#etag\"");
    }

    @Test
    void what_is_not_right_is_said_beside_what_was_typed() {
        API.says("POST /api/v1/events", 422, """
                {"type":"/problems/invalid-request","status":422,"detail":"A constraint is broken.",
                 "errors":[{"pointer":"/venue/countryCode","detail":"must be two capital letters"}]}""");
        var page = post(
                "/console/events",
                "key=k&" + PLAN + "&quota-0-name=Ballroom&quota-0-capacity=40"
                        + "&ticket-0-name=VIP+table&ticket-0-amount=25.00&ticket-0-currency=USD&ticket-0-quota-0=on");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "<a href=\"#venue-countryCode\">Country, two letters</a> – <span>Two capital letters, such as DE.</span>",
                        "value=\"VIP table\"");
        assertThat(API.seen.stream()
                        .filter(seen -> seen.method().equals("POST"))
                        .findFirst()
                        .orElseThrow()
                        .body())
                .contains("{\"id\":\"ballroom\",\"name\":\"Ballroom\",\"capacity\":40}")
                .contains(
                        "\"id\":\"vip-table\"",
                        "\"quotas\":[\"ballroom\"]",
                        "{\"amount\":\"25.00\",\"currency\":\"USD\"}");
    }

    @Test
    void numbers_stand_in_the_page_without_a_script() {
        API.says("GET /api/v1/events/e1/dashboard", 200, """
                {"quotas":[{"id":"ballroom","name":"Ballroom","capacity":400,"taken":123,"held":7,"left":270,"waiting":2}],
                 "ticketTypes":[{"id":"general","name":"General","confirmed":1234,"invited":0,"awaitingPayment":0,"waiting":0,"admitted":56}],
                 "registrations":[],"admissions":[],"invitations":{"AWAITED":9}}""");
        var page = get("/console/events/e1");
        assertThat(page.body())
                .contains(">1,234<", ">56<", ">123<", ">270<", "data-live=\"/api/v1/events/e1/dashboard\"")
                .contains("action=\"/console/events/e1/cancellation\"")
                .doesNotContain("not available at the moment");
    }

    @Test
    void the_page_stands_when_the_numbers_are_away() {
        API.says("GET /api/v1/events/e1/dashboard", 503, "{}");
        assertThat(get("/console/events/e1").body()).contains("not available at the moment", "Call it off");
    }

    @Test
    void guests_are_found_and_the_files_have_the_same_filter() {
        API.says("GET /api/v1/events/e1/guests", 200, """
                {"items":[{"ticketId":"r1-1","name":"Maria <b>","ticketType":"general","status":"CONFIRMED","partyOf":"Maria",
                  "email":"m@example.org","admittedAt":"2027-05-20T22:04:00Z"}],"next":"50"}""");
        var page = get("/console/events/e1/guests?q=maria%20r%26b&status=CONFIRMED");
        assertThat(page.body())
                .contains("Maria &lt;b&gt;", "General", "6:04", "guests.csv?q=maria%20r%26b&amp;status=CONFIRMED")
                .contains("&amp;cursor=50");
    }

    @Test
    void a_door_code_is_shown_once_with_a_picture_that_leads_to_the_door() {
        API.says("POST /api/v1/events/e1/door-devices", 201, """
                {"id":"d1","name":"North door","code":"ABCD-EFGH-JKLM","codeExpiresAt":"2027-05-20T21:00:00Z"}""");
        API.says("GET /api/v1/events/e1/door-devices", 200, """
                {"items":[{"id":"d1","name":"North door","codeExpiresAt":"2027-05-20T21:00:00Z"}]}""");
        var page = post("/console/events/e1/doors", "name=North+door");
        assertThat(page.body()).contains("ABCD-EFGH-JKLM", "class=\"qr\"", "until 5:00", "revocation");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(get("/console/events/e1/doors").body()).doesNotContain("ABCD-EFGH-JKLM");
    }

    @Test
    void what_is_not_right_is_said_in_german_as_well() {
        API.says("POST /api/v1/events", 422, """
                {"type":"/problems/invalid-request","status":422,"detail":"A constraint is broken.",
                 "errors":[{"pointer":"/title","detail":"size must be between 0 and 200"},
                  {"pointer":"/nowhere","detail":"something nobody has translated"},
                  {"pointer":"/ticketTypes/0/price/amount","detail":"must be a decimal such as 120.00"},
                  {"pointer":"/quotas","detail":"must not be empty"}]}""");
        assertThat(send(written("/console/events", "key=k&" + PLAN).header("Cookie", "language=de"))
                        .body())
                .contains(
                        "<p>Etwas stimmt noch nicht",
                        "<a href=\"#title\">Titel</a> – <span>Nicht länger als 200.</span>")
                .contains("nowhere – <span lang=\"en\">something nobody has translated</span>")
                .contains("<a href=\"#ticket-0-amount\">Preis</a>", "<a href=\"#quota-0-name\">");

        API.says("POST /api/v1/events", 409, """
                {"type":"/problems/below-what-is-taken","status":409,"detail":"So many are taken.","taken":7,"held":2}""");
        assertThat(send(written("/console/events", "key=k&" + PLAN).header("Cookie", "language=de"))
                        .body())
                .contains("<p>Vergeben sind 7 Plätze, freigehalten 2; darunter geht es nicht.</p>");
    }

    @Test
    void a_list_of_invitations_is_answered_line_by_line() {
        API.says("GET /api/v1/events/e1/invitations", 200, "{\"items\":[]}");
        API.says("POST /api/v1/events/e1/invitations/imports", 200, """
                {"line":2,"outcome":"WOULD_BE_INVITED"}
                {"line":3,"outcome":"REFUSED","detail":"email must be an address"}
                """);
        var page = post(
                "/console/events/e1/invitations/imports",
                "zone=America%2FNew_York&dryRun=true&ticketType=general&answerBy=2027-05-01T18%3A00&list=name%2Cemail%0AAda%2Cada%40example.org");
        assertThat(page.body()).contains("would be invited", "email must be an address", "name,email");
        API.says("POST /api/v1/events/e1/invitations/imports", 200, """
                {"line":2,"outcome":"REFUSED","problem":"/problems/already-invited","detail":"Invited already."}
                {"line":3,"outcome":"REFUSED","problem":"/problems/party-size-refused","detail":"Not so many."}
                """);
        assertThat(send(written("/console/events/e1/invitations/imports", "zone=UTC&list=x")
                                .header("Cookie", "language=de"))
                        .body())
                .contains("<span>Diese Person ist schon eingeladen", "<span lang=\"en\">Not so many.</span>");
        assertThat(API.seen.stream()
                        .filter(seen -> seen.method().equals("POST"))
                        .findFirst()
                        .orElseThrow()
                        .target())
                .contains("dryRun=true", "answerBy=2027-05-01T22%3A00%3A00Z");
    }

    @Test
    void a_code_is_given_out_as_it_was_typed_and_a_refusal_loses_nothing() {
        API.says("GET /api/v1/events/e1/codes", 200, """
                {"items":[{"code":"BANK","ticketTypes":["general"],"access":true,"percentOff":10,"uses":5,"used":2,"revoked":false},
                  {"code":"OLD","ticketTypes":[],"access":false,"amountOff":{"amount":"5.00","currency":"USD"},"revoked":true}]}""");
        API.says("POST /api/v1/events/e1/codes", 201, "{\"code\":\"EMBASSY\",\"ticketTypes\":[],\"access\":true}");
        assertThat(get("/console/events/e1/codes").body())
                .contains("10 % off", "2 of 5", "/codes/BANK/revocation", "taken back", "5")
                .doesNotContain("/codes/OLD/revocation");
        var form = "code=embassy&access=on&ticketType=general&percentOff=&amountOff=7.50&currency=USD&uses=20";
        assertThat(post("/console/events/e1/codes", form).statusCode()).isEqualTo(303);
        var sent = API.seen.stream()
                .filter(seen -> seen.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.body())
                .isEqualTo("{\"code\":\"EMBASSY\",\"ticketTypes\":[\"general\"],\"access\":true,\"uses\":20,"
                        + "\"amountOff\":{\"amount\":\"7.50\",\"currency\":\"USD\"}}");
        assertThat(sent.key()).isNotBlank();
        API.says("POST /api/v1/events/e1/codes", 422, "{\"status\":422,\"detail\":\"A code opens something.\"}");
        assertThat(post("/console/events/e1/codes", form).body())
                .contains("A code opens something.", "value=\"embassy\"")
                .containsPattern("value=\"general\"\\s+checked");
    }

    @Test
    void an_invitation_is_answered_with_those_who_come() {
        API.says("GET /api/v1/invitations/i1", 200, """
                {"id":"i1","slug":"gala","title":"Gala","startsAt":"2027-05-20T21:30:00Z","zone":"America/New_York",
                 "venue":{"name":"Hall","city":"Washington","countryCode":"US"},"reply":"AWAITED","name":"Ada Byron",
                 "ticket":"VIP","plusOnes":1,"answerBy":"2027-05-01T22:00:00Z","guests":[]}""");
        API.says("POST /api/v1/invitations/i1/acceptance", 200, "{}");
        var page = send(request("/invitations/i1/secret"));
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.body()).contains("Ada Byron, you are invited", "6:00", "Your guest 1");
        var form = request("/invitations/i1/secret/acceptance")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("guest=Ada+Byron&guest=&dietary=no+nuts&dietary=&access=&access="));
        assertThat(send(form).headers().firstValue("Location")).hasValue("/invitations/i1/secret");
        var post = API.seen.stream()
                .filter(seen -> seen.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertThat(post.body()).isEqualTo("{\"guests\":[{\"name\":\"Ada Byron\",\"dietary\":\"no nuts\"}]}");
        assertThat(post.token()).isEqualTo("secret");
        API.says(
                "POST /api/v1/invitations/i1/regret",
                409,
                "{\"type\":\"/problems/x\",\"status\":409,\"detail\":\"Too late.\"}");
        var late = send(request("/invitations/i1/secret/regret")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("word=Alas")));
        assertThat(late.body()).contains("Too late.", ">Alas</textarea>");
        API.says("GET /api/v1/invitations/i1", 403, "{\"status\":403}");
        assertThat(send(request("/invitations/i1/wrong")).statusCode()).isEqualTo(403);
    }

    @Test
    void signing_out_leads_elsewhere_so_its_page_lets_forms_go() {
        var page = get("/console/leave");
        assertThat(page.body()).contains("action=\"/sign-out\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("form-action");
    }

    @Test
    void the_door_needs_nobody_who_has_signed_in() {
        var page = send(request("/door"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("data-entry=\"FORGED\"", "<noscript>");
        assertThat(asked()).isEmpty();
    }

    @Test
    void the_door_is_kept_by_a_worker_that_is_new_when_anything_it_keeps_is() {
        var worker = send(request("/assets/door-worker.js").header("Cookie", "language=de"));
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).hasValue("/door");
        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(worker.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(worker.body()).contains("LANGUAGE = 'de'").doesNotContain("'$");
        assertThat(send(request("/assets/door-worker.js").header("Cookie", "language=de"))
                        .body())
                .isEqualTo(worker.body());
        assertThat(version(send(request("/assets/door-worker.js")).body())).isNotEqualTo(version(worker.body()));
        var page = send(request("/door")).body();
        for (var asset : page.split("\""))
            if (asset.startsWith("/assets/")) assertThat(worker.body()).contains("'" + asset + "'");
    }

    private static String version(String worker) {
        return worker.lines()
                .filter(line -> line.startsWith("const VERSION"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_language_is_chosen_once_and_kept() {
        var chosen = send(request("/join?lang=de&x=1"));
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location")).hasValue("/join?x=1");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("language=de;");
        var page = send(request("/join").header("Cookie", "language=de").header("Accept-Language", "en-US"));
        assertThat(page.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(page.body()).contains("href=\"/join?lang=en\"");
    }

    /** What was asked for pages; the site draws the lines of the network by itself. */
    private static List<StubApi.Seen> asked() {
        return API.seen.stream()
                .filter(seen -> !seen.target().startsWith("/api/v1/partnerships/export"))
                .toList();
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).header("Authorization", "Bearer olgas"));
    }

    private HttpResponse<String> post(String path, String form) {
        return send(written(path, form));
    }

    private HttpRequest.Builder written(String path, String form) {
        return request(path)
                .header("Authorization", "Bearer olgas")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .setHeader("Accept", "text/html");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
