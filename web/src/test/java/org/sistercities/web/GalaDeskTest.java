package org.sistercities.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the events team does for parties, with money, messages, questions and personal data. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GalaDeskTest {
    private static final StubApi API = new StubApi();
    private static final String DESK = "/console/events/e1";
    private static final String PARTY = DESK + "/registrations/r1";
    private static final String EVENT = """
            {"id":"e1","slug":"gala","status":"PUBLISHED","kind":"GALA","title":"Gala","venue":{"name":"Hall","city":"Washington","countryCode":"US"},
             "zone":"America/New_York","startsAt":"2027-05-20T17:30:00-04:00","endsAt":"2027-05-20T23:30:00-04:00","programme":[],
             "billing":{"hosts":[],"coSponsors":[]},
             "ticketTypes":[{"id":"general","name":"General","price":{"amount":"50.00","currency":"USD"},"partySize":{"min":1,"max":10},"sales":{},
               "byCode":false,"byApproval":false,"onSale":true,"left":3}],
             "questions":[{"id":"menu","text":"Fish or meat?","kind":"CHOICE","required":true,"choices":["Fish","Meat"],"ticketTypes":[]},
               {"id":"car","text":"Number plate","kind":"TEXT","required":false,"choices":[],"ticketTypes":["vip"]}]}
            """;
    private static final String REGISTRATION = """
            {"id":"r1","eventId":"e1","status":"%s","places":2,"tickets":[{"ticketType":"general","count":2}],
             "total":{"amount":"100.00","currency":"USD"},"registeredAt":"2026-11-01T12:00:00Z",
             "contact":{"name":"Ada <b>","email":"a@b.example"}}""";
    private static final String GUESTS = """
            {"items":[{"number":1,"ticketType":"general","name":"Ada","dietary":"no nuts","answers":{"menu":"Fish"}},
              {"number":2,"ticketType":"general","answers":{}}]}""";

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
        API.says("GET /api/v1/registrations/r1/guests", 200, GUESTS);
        registrationIs("CONFIRMED");
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void a_party_is_approved_turned_down_or_has_paid_as_its_standing_allows() {
        API.says("GET /api/v1/events/e1/registrations", 200, """
                {"items":[{"id":"r1","status":"AWAITING_APPROVAL","places":2,"tickets":[{"ticketType":"general","count":2}],
                  "total":{"amount":"0.00","currency":"USD"},"registeredAt":"2026-11-01T00:00:00Z","contact":{"name":"Ada <b>","email":"a@b.example"}},
                 {"id":"r2","status":"AWAITING_PAYMENT","places":1,"tickets":[],"total":{"amount":"50.00","currency":"USD"},"registeredAt":"2026-11-01T00:00:00Z"},
                 {"id":"r3","status":"CONFIRMED","places":1,"tickets":[],"total":{"amount":"50.00","currency":"USD"},"registeredAt":"2026-11-01T00:00:00Z"}]}""");
        assertThat(get(DESK + "/registrations").body())
                .contains("Ada &lt;b&gt;", "2 × General", "/r1/approval", "/r1/rejection", "/r2/payment", "/r3\"")
                .doesNotContain("/r1/payment", "/r2/approval", "/r3/");
        API.says("POST /api/v1/registrations/r1/approval", 200, "{}");
        assertThat(post(PARTY + "/approval", "waitingList=on&status=AWAITING_APPROVAL&cursor=c-1")
                        .headers()
                        .firstValue("Location"))
                .hasValue(DESK + "/registrations?status=AWAITING_APPROVAL&cursor=c-1");
        assertThat(posted("POST").body()).isEqualTo("{\"waitingList\":true}");
        registrationIs("AWAITING_PAYMENT");
        API.says("POST /api/v1/registrations/r1/payment", 409, "{\"status\":409,\"detail\":\"Too late.\"}");
        assertThat(post(PARTY + "/payment", "reference=X7&receivedOn=2026-11-02&amount=240,00&currency=USD")
                        .body())
                .contains("Too late.", "value=\"X7\"", "value=\"2026-11-02\"");
    }

    @Test
    void a_party_is_seen_whole() {
        API.says("GET /api/v1/registrations/r1/history", 200, """
                {"items":[{"at":"2026-11-01T12:00:00Z","by":"guest","what":"REGISTERED","detail":"AWAITING_PAYMENT"},
                  {"at":"2026-11-02T12:00:00Z","by":"olga","what":"TICKETS_CHANGED","detail":"A <friend>"}]}""");
        API.says("GET /api/v1/registrations/r1/invoices", 200, """
                {"items":[{"number":"2026-000007","kind":"INVOICE","total":{"amount":"100.00","currency":"USD"},"issuedOn":"2026-11-01"}]}""");
        API.says("GET /api/v1/events/e1/messages", 200, """
                {"items":[{"id":"m1","kind":"CONFIRMATION","status":"REFUSED","recipientId":"r1","recipient":"a@b.example","attempts":3,
                  "createdAt":"2026-11-01T12:00:00Z","problem":"No such mailbox"}]}""");
        payment("TRANSFER", "DUE");
        var page = get(PARTY);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("Ada &lt;b&gt;", "× 2", "no nuts", "Fish", "not named yet", "A &lt;friend&gt;", "unpaid")
                .contains("the party", "olga", "/invoices/2026-000007.pdf", "No such mailbox", "tried 3 times")
                .contains("has to go back", "the new tickets cost less", "/payments/p1/refund", "2026-118")
                .doesNotContain("Number plate", "Have the provider");
        assertThat(API.seen.stream().map(StubApi.Seen::target))
                .anyMatch(target -> target.contains("/payments?registration=r1"))
                .anyMatch(target -> target.contains("/messages?recipientId=r1"));
    }

    @Test
    void a_party_of_another_event_is_not_shown() {
        API.says(
                "GET /api/v1/registrations/r1",
                200,
                REGISTRATION.formatted("CONFIRMED").replace("e1", "e2"));
        assertThat(get(PARTY).statusCode()).isEqualTo(404);
    }

    @Test
    void changes_by_staff_say_why_and_a_refusal_loses_nothing() {
        API.says("PUT /api/v1/registrations/r1/tickets", 200, "{}");
        assertThat(post(PARTY + "/tickets", "count-general=3&count-vip=0&reason=A+friend")
                        .headers()
                        .firstValue("Location"))
                .hasValue(PARTY);
        assertThat(posted("PUT").body())
                .contains("\"reason\":\"A friend\"", "\"tickets\":[{\"ticketType\":\"general\",\"count\":3}]");
        API.says("POST /api/v1/registrations/r1/cancellation", 422, "{\"status\":422,\"detail\":\"Say why.\"}");
        var refused = post(PARTY + "/cancellation", "reason=Too+many");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say why.", "value=\"Too many\"");
        API.says("POST /api/v1/registrations/r1/transfer", 200, "{}");
        post(PARTY + "/transfer", "name=Nils&email=n@b.example&reason=Ill");
        assertThat(API.seen.stream().map(StubApi.Seen::body))
                .anyMatch(body -> body.contains("\"email\":\"n@b.example\"") && body.contains("\"reason\":\"Ill\""));
    }

    @Test
    void nothing_is_to_be_done_for_a_party_that_is_over() {
        registrationIs("CANCELLED");
        assertThat(get(PARTY).body()).doesNotContain("r1/cancellation", "r1/transfer", "r1/tickets\"", "r1/guests");
    }

    @Test
    void money_goes_back_by_hand_with_a_reference_or_by_the_provider() {
        API.says("POST /api/v1/events/e1/payments/p1/refund", 200, "{}");
        assertThat(post(PARTY + "/payments/p1/refund", "reference=Refund+7").statusCode())
                .isEqualTo(303);
        assertThat(posted("POST").body()).isEqualTo("{\"reference\":\"Refund 7\"}");
        payment("CARD", "FAILED");
        assertThat(get(PARTY).body()).contains("Have the provider send it back", "It was sent back by hand");
        API.says("POST /api/v1/events/e1/payments/p1/refund", 409, "{\"status\":409,\"detail\":\"It stays.\"}");
        assertThat(post(PARTY + "/payments/p1/refund", "").body()).contains("It stays.");
        assertThat(API.seen.stream()
                        .filter(seen -> seen.method().equals("POST"))
                        .map(StubApi.Seen::body)
                        .toList()
                        .getLast())
                .isEmpty();
        payment("CARD", "KEPT");
        assertThat(get(PARTY).body()).doesNotContain("/refund");
        assertThat(get(DESK + "/payments?state=KEPT").body()).contains("2026-118", PARTY + "#money");
    }

    @Test
    void guests_are_named_with_their_answers_by_staff_and_by_the_party() {
        API.says("PUT /api/v1/registrations/r1/guests", 200, "{}");
        var form = "guest=Ada&guest=Max&dietary=&dietary=&access=&access=&answer-1-menu=&answer-2-menu=Meat";
        assertThat(post(PARTY + "/guests", form).statusCode()).isEqualTo(303);
        assertThat(posted("PUT").body())
                .isEqualTo(
                        "{\"guests\":[{\"name\":\"Ada\",\"answers\":{}},{\"name\":\"Max\",\"answers\":{\"menu\":\"Meat\"}}]}");
        assertThat(get("/registrations/r1/secret").body())
                .contains("Fish or meat?", "name=\"answer-1-menu\"", "selected=\"selected\">Fish")
                .doesNotContain("Number plate");
        API.says(
                "PUT /api/v1/registrations/r1/guests",
                422,
                "{\"type\":\"/problems/answer-refused\",\"status\":422,\"detail\":\"x\"}");
        assertThat(post("/registrations/r1/secret/guests", form).body())
                .contains("A question is open", "value=\"Max\"", "selected=\"selected\">Meat");
    }

    @Test
    void whoever_is_invited_answers_the_questions_of_their_ticket() {
        API.says("GET /api/v1/events/gala", 200, EVENT);
        API.says("GET /api/v1/invitations/i1", 200, """
                {"id":"i1","slug":"gala","title":"Gala","startsAt":"2027-05-20T21:30:00Z","zone":"America/New_York",
                 "venue":{"name":"Hall","city":"Washington","countryCode":"US"},"reply":"AWAITED","name":"Ada Byron",
                 "ticket":"General","plusOnes":1,"answerBy":"2027-05-01T22:00:00Z","guests":[]}""");
        API.says("POST /api/v1/invitations/i1/acceptance", 200, "{}");
        assertThat(get("/invitations/i1/secret").body())
                .contains("name=\"answer-1-menu\"", "name=\"answer-2-menu\"")
                .doesNotContain("Number plate");
        post(
                "/invitations/i1/secret/acceptance",
                "guest=Ada&guest=&dietary=&dietary=&access=&access=&answer-1-menu=Fish");
        assertThat(posted("POST").body())
                .isEqualTo("{\"guests\":[{\"name\":\"Ada\",\"answers\":{\"menu\":\"Fish\"}}]}");
    }

    @Test
    void a_message_is_sent_again_once_a_form() {
        API.says("GET /api/v1/events/e1/messages", 200, """
                {"items":[{"id":"m1","kind":"REMINDER","status":"SENT","recipientId":"r1","recipient":"a@b.example","attempts":1,
                  "createdAt":"2026-11-01T12:00:00Z","sentAt":"2026-11-01T12:00:01Z"},
                 {"id":"m2","kind":"REFUND","status":"WAITING","recipientId":"r1","attempts":0,"createdAt":"2026-11-01T12:00:00Z"}],"next":"c2"}""");
        assertThat(get(DESK + "/messages?status=SENT&kind=REMINDER").body())
                .contains("Reminder", "/messages/m1/sendings", "cursor=c2", "/messages/templates/OFFER")
                .doesNotContain("/messages/m2/sendings");
        API.says("POST /api/v1/events/e1/messages/m1/sendings", 202, "{}");
        post(DESK + "/messages/m1/sendings", "key=k1");
        post(DESK + "/messages/m1/sendings", "key=k1");
        assertThat(post(PARTY + "/messages/m1/sendings", "key=k2").headers().firstValue("Location"))
                .hasValue(PARTY);
        assertThat(API.seen.stream()
                        .filter(seen -> seen.method().equals("POST"))
                        .map(StubApi.Seen::key)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_message_is_worded_looked_at_and_kept_for_the_edition_that_was_read() {
        var template = "/api/v1/events/e1/message-templates/OFFER";
        API.says(
                "GET " + template,
                200,
                "{\"subject\":\"Places\",\"text\":\"Dear {{name}}\",\"html\":\"<p>made of the text</p>\"}");
        API.says(
                "POST " + template + "/preview",
                200,
                "{\"subject\":\"Places!\",\"text\":\"Dear Maria\",\"html\":\"<p>x</p>\"}");
        assertThat(get(DESK + "/messages/templates/OFFER").body())
                .contains("Dear {{name}}", "Dear Maria", "{{dressCode}}", "{{#reason}}…{{/reason}}")
                .doesNotContain("made of the text");
        var form = "etag=%223%22&subject=S&text=One%0D%0ATwo";
        assertThat(post(DESK + "/messages/templates/OFFER", form + "&look=1").body())
                .contains("Places!", "One\nTwo");
        assertThat(API.seen.stream().map(StubApi.Seen::method)).doesNotContain("PUT");
        API.says("PUT " + template, 200, "{}");
        assertThat(post(DESK + "/messages/templates/OFFER", form + "&html=%3Cp%3Emine%3C%2Fp%3E")
                        .statusCode())
                .isEqualTo(303);
        assertThat(posted("PUT").ifMatch()).isEqualTo("\"3\"");
        assertThat(posted("PUT").body())
                .contains("\"text\":\"One\\nTwo\"", "\"html\":\"<p>mine</p>\"", "\"subject\":\"S\"");
        API.says("PUT " + template, 412, "{\"status\":412,\"detail\":\"Changed.\"}");
        assertThat(post(DESK + "/messages/templates/OFFER", form).body())
                .contains("Somebody else was faster", "Dear {{name}}", "One\nTwo", "Write mine over it");
        assertThat(get(DESK + "/messages/templates/NONE").statusCode()).isEqualTo(404);
    }

    @Test
    void questions_are_asked_with_all_else_of_the_offer_left_as_it_is() {
        API.says("GET /api/v1/events/e1/ticket-types", 200, """
                {"ticketTypes":[{"id":"general","name":"General","theirs":true}],
                 "registration":{"invoiceDays":14,"changesUntil":"2027-05-01T22:00:00Z",
                   "questions":[{"id":"menu","text":"Fish or meat?","kind":"CHOICE","required":true,"choices":["Fish","Meat"],"ticketTypes":["general"]}]}}""");
        assertThat(get(DESK + "/questions").body())
                .contains("Fish or meat?", "Fish\nMeat", "value=\"2027-05-01T18:00\"", "value=\"14\"")
                .containsPattern("value=\"general\"\\s+checked");
        API.says("PUT /api/v1/events/e1/ticket-types", 200, "{}");
        var form =
                "etag=%224%22&changesUntil=&invoiceDays=7&question-0-id=menu&question-0-text=Fish%3F&question-0-kind=CHOICE"
                        + "&question-0-choices=Fish%0D%0A%0D%0ANone&question-1-id=&question-1-text=Men%C3%BC%21&question-1-kind=TEXT"
                        + "&question-1-choices=&question-1-required=on&question-1-ticketType=general&question-2-id=&question-2-text=";
        assertThat(post(DESK + "/questions", form).statusCode()).isEqualTo(303);
        assertThat(posted("PUT").ifMatch()).isEqualTo("\"4\"");
        assertThat(posted("PUT").body())
                .isEqualTo(
                        "{\"ticketTypes\":[{\"id\":\"general\",\"name\":\"General\",\"theirs\":true}],\"registration\":{\"questions\":"
                                + "[{\"id\":\"menu\",\"text\":\"Fish?\",\"kind\":\"CHOICE\",\"required\":false,\"choices\":[\"Fish\",\"None\"],\"ticketTypes\":[]},"
                                + "{\"id\":\"menu-2\",\"text\":\"Menü!\",\"kind\":\"TEXT\",\"required\":true,\"choices\":[],\"ticketTypes\":[\"general\"]}],"
                                + "\"invoiceDays\":7}}");
        API.says("PUT /api/v1/events/e1/ticket-types", 412, "{\"status\":412,\"detail\":\"Changed.\"}");
        assertThat(post(DESK + "/questions", form).body())
                .contains("Somebody else was faster", "Fish or meat?", "value=\"Menü!\"");
    }

    @Test
    void personal_data_is_told_as_a_file_and_erased_with_a_count() {
        API.says("GET /api/v1/personal-data/inquiries", 200, """
                {"items":[{"id":"q1","at":"2026-11-01T12:00:00Z","by":"olga","what":"EXPORTED","registrations":["r1","r2"],"kept":[]}]}""");
        assertThat(get("/console/people").body()).contains("Told: 2 registrations", "olga");
        API.says("POST /api/v1/personal-data/exports", 200, "{\"registrations\":[]}");
        var file = post("/console/people/exports", "email=a@b.example");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("personal-data.json");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(file.body()).contains("registrations");
        API.says("POST /api/v1/personal-data/erasures", 200, """
                {"id":"q2","at":"2026-11-01T12:00:00Z","by":"olga","what":"ERASED","registrations":["r1"],"kept":["r2"]}""");
        assertThat(post("/console/people/erasures", "email=a@b.example").body())
                .contains("One registration was erased; one is still needed");
        API.says("POST /api/v1/personal-data/exports", 422, "{\"status\":422,\"detail\":\"No address.\"}");
        assertThat(post("/console/people/exports", "email=nobody").body()).contains("No address.", "value=\"nobody\"");
    }

    @Test
    void an_event_shows_when_guests_came_by_the_clock_of_the_venue_and_is_planned_once_more() {
        API.says("GET /api/v1/events/e1/dashboard", 200, """
                {"quotas":[],"ticketTypes":[],"invitations":{},
                 "registrations":[{"hour":"2026-10-01T03:00:00Z","guests":3},{"hour":"2026-10-01T13:00:00Z","guests":2},{"hour":"2026-10-06T13:00:00Z","guests":10}],
                 "admissions":[{"hour":"2027-05-20T21:00:00Z","guests":4},{"hour":"2027-05-20T23:00:00Z","guests":1}]}""");
        assertThat(get(DESK).body())
                .contains("15 in all, at most 10 at a time", "30 September 2026", "6 October 2026")
                .contains("5 in all, at most 4 at a time", "5:00", "7:00")
                .containsPattern("(?s)(<rect [^>]*>.*){10}");
        API.says("POST /api/v1/events/e1/copies", 201, EVENT.replace("\"id\":\"e1\"", "\"id\":\"e2\""));
        assertThat(post(DESK + "/copies", "slug=gala-2028&startsAt=2028-05-20T17:30&zone=America/New_York")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/console/events/e2/plan");
        assertThat(posted("POST").body()).contains("2028-05-20T17:30-04:00", "gala-2028");
    }

    @Test
    void those_who_wait_are_shown_in_order_also_before_their_name_is_known() {
        API.says("GET /api/v1/events/e1/waiting-list", 200, """
                {"items":[
                  {"position":1,"registrationId":"r1","draws":{"hall":4},"registeredAt":"2026-11-02T12:00:00Z",
                   "tickets":[{"ticketType":"gala","count":4}],"contact":{"name":"Maria <Rossi>","email":"maria@example.org"}},
                  {"position":2,"registrationId":"r2","draws":{"hall":2},"tickets":[]}],"next":"50"}""");
        assertThat(get(DESK + "/waiting").body())
                .containsSubsequence("1.", DESK + "/registrations/r1", "Maria &lt;Rossi&gt;", "4 ×", "2 November 2026")
                .containsSubsequence("2.", DESK + "/registrations/r2", "no name yet")
                .contains(DESK + "/waiting?cursor=50");
        API.says("GET /api/v1/events/e1/waiting-list", 200, "{\"items\":[]}");
        assertThat(get(DESK + "/waiting").body()).contains("Nobody waits.");
    }

    private static void registrationIs(String status) {
        API.says("GET /api/v1/registrations/r1", 200, REGISTRATION.formatted(status));
    }

    private static void payment(String method, String state) {
        API.says("GET /api/v1/events/e1/payments", 200, """
                {"items":[{"id":"p1","registrationId":"r1","method":"%s","reference":"2026-118","amount":{"amount":"50.00","currency":"USD"},
                  "receivedOn":"2026-11-02","state":"%s","why":"LESS_TO_PAY","createdAt":"2026-11-02T12:00:00Z"}]}""".formatted(method, state));
    }

    /** The last change of this kind that was asked for, but for a preview. */
    private static StubApi.Seen posted(String method) {
        return API.seen.stream()
                .filter(seen -> seen.method().equals(method) && !seen.target().endsWith("/preview"))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .setHeader("Accept", "text/html")
                .header("Authorization", "Bearer olgas");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
