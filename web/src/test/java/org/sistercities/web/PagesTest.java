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
import java.util.regex.Pattern;
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
class PagesTest {
    private static final StubApi API = new StubApi();
    private static final String SEATTLE = """
            {"id":"gn1","name":"Seattle","localName":"Seattle","otherNames":[],"region":"Washington","countryCode":"US",
             "latitude":47.61,"longitude":-122.33,"population":737015,"timeZone":"America/Los_Angeles","member":true,"seeking":false,
             "partnerships":[%1$s],"partnershipsByStatus":{"ACTIVE":[%1$s]},
             "timeline":[{"on":"1967","what":"RECORDED","kind":"SISTER","partnershipId":"p1",
                          "with":[{"cityId":"gn2","name":"Bergen","countryCode":"NO","latitude":60.39,"longitude":5.33}]}],
             "stories":[{"slug":"two-harbours","title":"Two <harbours>","publishedAt":"2016-05-17T10:00:00Z"}],"events":[],
             "somethingNew":true}
            """.formatted("""
            {"id":"p1","kind":"SISTER","status":"ACTIVE","since":"1967","parties":[
             {"cityId":"gn1","name":"Seattle","countryCode":"US","latitude":47.61,"longitude":-122.33},
             {"cityId":"gn2","name":"Bergen","countryCode":"NO","latitude":60.39,"longitude":5.33}]}""");
    private static final String GALA = """
            {"id":"e1","slug":"gala","status":"PUBLISHED","kind":"GALA","title":"Gala 2027","description":"*Come.* <script>alert(1)</script>",
             "venue":{"name":"Lantern Hall","city":"Washington, DC","countryCode":"US"},"zone":"America/New_York",
             "startsAt":"2027-05-20T17:30:00-04:00","endsAt":"2027-05-20T23:30:00-04:00",
             "programme":[{"title":"VIP reception","startsAt":"2027-05-20T17:30:00-04:00"}],
             "billing":{"hosts":[],"coSponsors":[]},
             "ticketTypes":[{"id":"general","name":"General","price":{"amount":"0.00","currency":"USD"},
               "partySize":{"min":1,"max":10},"sales":{},"byCode":false,"byApproval":false,"onSale":true,"left":3}]}
            """;
    private static final String HELD = """
            {"id":"r1","eventId":"e1","status":"HELD","until":"2027-01-01T12:15:00Z","places":2,"token":"secret",
             "tickets":[{"ticketType":"general","count":2}],"total":{"amount":"0.00","currency":"USD"}}
            """;
    private static final String GUESTS = """
            {"items":[{"number":1,"ticketType":"general"},{"number":2,"ticketType":"general"}]}
            """;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void api(DynamicPropertyRegistry properties) {
        properties.add("sistercities.site.gateway", API::uri);
    }

    @BeforeEach
    void nothing_said_yet() {
        API.forgets();
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void a_city_shows_its_sisters_and_a_line_to_each() {
        API.says("GET /api/v1/cities/gn1", 200, SEATTLE);
        var page = get("/cities/gn1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Seattle</h1>", "Bergen", "since 1967", "class=\"line\"", "Two &lt;harbours&gt;")
                .contains("Washington, United States", "Member in good standing");
    }

    @Test
    void the_same_page_in_german() {
        API.says("GET /api/v1/cities/gn1", 200, SEATTLE);
        var page = get("/cities/gn1", "Accept-Language", "de-DE");
        assertThat(page.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(page.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
        assertThat(page.body()).contains("lang=\"de\"", "seit 1967", "Vereinigte Staaten", "737.015 Menschen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/join", "/cities/gn1", "/nothing", "/events/gala"})
    void no_page_needs_anything_but_what_is_ours(String path) {
        API.says("GET /api/v1/cities/gn1", 200, SEATTLE);
        API.says("GET /api/v1/events/gala", 200, GALA);
        var page = get(path);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain(" style=", "<style", " onclick=", "javascript:");
        assertThat(Pattern.compile("<script(?![^>]*(src=|ld\\+json))")
                        .matcher(page.body())
                        .find())
                .isFalse();
    }

    @Test
    void what_never_changes_is_kept_for_ever() {
        var style = Pattern.compile("/assets/site\\.[0-9a-f]{10}\\.css")
                .matcher(get("/join").body());
        assertThat(style.find()).isTrue();
        var answer = get(style.group());
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                .contains("immutable", "max-age=31536000");
        var font = Pattern.compile("/assets/inter[^)]+").matcher(answer.body());
        assertThat(font.find()).isTrue();
        assertThat(get(font.group()).headers().firstValue("Content-Type")).hasValue("font/woff2");
    }

    @Test
    void whoever_has_the_page_already_is_not_sent_it_again() {
        var etag = get("/join").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/join", "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void a_city_that_seeks_says_what_it_hopes_for_and_stands_on_the_board() {
        var listing = """
                {"city":{"id":"gn1","name":"Seattle","region":"Washington","countryCode":"US","population":737015},
                 "wanted":{"regions":["ASIA"],"countries":["IT"],"languages":["it"],"themes":["YOUTH_AND_EDUCATION"],"minPopulation":10000},
                 "text":"A harbour.\\n\\nWith <b>mountains</b>.","postedAt":"2026-11-01T00:00:00Z","until":"2027-11-01T00:00:00Z"}""";
        API.says("GET /api/v1/cities/gn1", 200, SEATTLE);
        assertThat(get("/cities/gn1").body()).doesNotContain("looks for a further sister");
        API.says("GET /api/v1/cities/gn1", 200, SEATTLE.replace("\"seeking\":false", "\"seeking\":true"));
        API.says("GET /api/v1/seeking/gn1", 200, listing);
        assertThat(get("/cities/gn1").body())
                .contains(
                        "Seattle looks for a further sister",
                        "<p>A harbour.</p>",
                        "<p>With &lt;b&gt;mountains&lt;/b&gt;.</p>")
                .containsSubsequence("Asia", "Italy", "Youth and education", "Italian", "at least 10,000");
        API.says("GET /api/v1/seeking/gn1", 404, "{\"status\":404}");
        assertThat(get("/cities/gn1").body()).contains("Bergen").doesNotContain("looks for a further sister");

        API.says("GET /api/v1/seeking", 200, "{\"items\":[%s],\"next\":\"20\"}".formatted(listing));
        assertThat(get("/seeking?region=ASIA&theme=nonsense").body())
                .contains(
                        "href=\"/cities/gn1#seeks\"",
                        "A harbour. With &lt;b&gt;",
                        "/seeking?region=ASIA&amp;theme=&amp;cursor=20")
                .contains("value=\"ASIA\" selected")
                .doesNotContain("not available at the moment");
        API.says("GET /api/v1/seeking", 200, "{\"items\":[],\"next\":null}");
        assertThat(get("/seeking").body()).contains("No city is on the board at the moment");
        API.says("GET /api/v1/seeking", 503, "{\"status\":503}");
        assertThat(get("/seeking").body())
                .contains("not available at the moment")
                .doesNotContain("No city is on the board");
    }

    @Test
    void the_front_page_stands_when_everything_behind_it_is_away() {
        for (var path : new String[] {"stories", "events", "network", "anniversaries"})
            API.says("GET /api/v1/" + path, 503, "{}");
        var page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("The stories are not available at the moment.", "Nothing of yours is lost")
                .contains("action=\"/cities\"");
    }

    @Test
    void a_page_that_is_away_says_so_and_is_kept_by_nobody() {
        API.says("GET /api/v1/cities/gn1", 503, "{}");
        var page = get("/cities/gn1");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("not available at the moment", "Nothing of yours is lost");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void what_is_not_there_is_a_page_for_people_and_a_problem_for_programs() {
        assertThat(get("/cities/nowhere").body()).contains("There is nothing at this address");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        var problem = get("/nothing", "Accept", "application/json");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        for (var accepted : List.of("*/*", "image/png", "text/css,*/*;q=0.1")) {
            var missed = get("/assets/gone.css", "Accept", accepted);
            assertThat(missed.statusCode()).as(accepted).isEqualTo(404);
            assertThat(missed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void tags_in_what_the_events_team_writes_are_text() {
        API.says("GET /api/v1/events/gala", 200, GALA);
        assertThat(get("/events/gala").body()).contains("<em>Come.</em>").doesNotContain("<script>alert");
    }

    @Test
    void machines_read_an_event_in_a_form_no_tag_can_end() {
        API.says("GET /api/v1/events/gala", 200, GALA);
        assertThat(get("/events/gala").body())
                .contains(
                        "\"@type\":\"Event\"",
                        "\"startDate\":\"2027-05-20T17:30:00-04:00\"",
                        "\"addressCountry\":\"US\"")
                .contains("\"price\":\"0.00\"", "schema.org/InStock", "/events/gala\"", "\\u003cscript>alert(1)");
    }

    @Test
    void an_event_begins_when_the_clock_in_the_hall_says_so() {
        API.says("GET /api/v1/events/gala", 200, GALA);
        var page = get("/events/gala", "Accept-Language", "de");
        assertThat(page.body()).contains("um 17:30", "Donnerstag, 20. Mai 2027", "Ostküsten-Sommerzeit");
    }

    @Test
    void places_are_held_once_however_often_the_form_is_sent() {
        API.says("POST /api/v1/events/gala/registrations", 201, HELD);
        var form = "key=k1&count-general=2";
        var first = post("/events/gala/registrations", form);
        post("/events/gala/registrations", form);
        post("/events/gala/registrations", "key=k1&count-general=3");
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).hasValue("/registrations/r1/secret");
        var keys = API.seen.stream()
                .filter(seen -> seen.method().equals("POST"))
                .map(StubApi.Seen::key)
                .toList();
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
        assertThat(API.seen.stream()
                        .filter(seen -> seen.method().equals("POST"))
                        .findFirst()
                        .orElseThrow()
                        .body())
                .contains("\"hold\":true", "\"count\":2");
    }

    @Test
    void when_there_are_too_few_the_choice_is_kept_and_the_waiting_list_offered() {
        API.says("GET /api/v1/events/gala", 200, GALA);
        API.says(
                "POST /api/v1/events/gala/registrations",
                409,
                "{\"type\":\"/problems/sold-out\",\"status\":409,\"left\":1}");
        var page = post("/events/gala/registrations", "key=k1&count-general=2");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("There is one left.", "Nothing was taken", "name=\"wait\"")
                .contains("<option value=\"2\" selected=\"selected\"");
    }

    @Test
    void a_registration_is_nobody_elses_business() {
        API.says("GET /api/v1/registrations/r1", 200, HELD);
        API.says("GET /api/v1/registrations/r1/guests", 200, GUESTS);
        API.says("GET /api/v1/events/e1", 200, GALA);
        var page = get("/registrations/r1/secret");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.body())
                .contains("2 places", "Eastern Standard Time", "action=\"/registrations/r1/secret/confirmation\"");
        assertThat(API.seen)
                .filteredOn(seen -> seen.target().contains("registrations"))
                .extracting(StubApi.Seen::token)
                .containsOnly("secret");
    }

    @Test
    void what_was_typed_is_kept_when_something_is_wrong_with_it() {
        API.says("GET /api/v1/registrations/r1", 200, HELD);
        API.says("GET /api/v1/registrations/r1/guests", 200, GUESTS);
        API.says("GET /api/v1/events/e1", 200, GALA);
        API.says("POST /api/v1/registrations/r1/confirmation", 422, """
                {"type":"/problems/invalid-request","status":422,"errors":[{"pointer":"/contact/email","detail":"no address"}]}
                """);
        var page = post("/registrations/r1/secret/confirmation", "name=Maria&email=maria&guest=Maria&guest=Luca");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"Maria\"", "value=\"Luca\"", "aria-invalid=\"true\"");
    }

    @Test
    void a_party_changes_its_tickets_and_is_handed_on() {
        var confirmed = HELD.replace("HELD", "CONFIRMED");
        API.says("GET /api/v1/registrations/r1", 200, confirmed);
        API.says("GET /api/v1/registrations/r1/guests", 200, GUESTS);
        API.says("GET /api/v1/events/e1", 200, GALA);
        API.says(
                "PUT /api/v1/registrations/r1/tickets",
                409,
                "{\"type\":\"/problems/too-late-to-change\",\"status\":409}");
        API.says("POST /api/v1/registrations/r1/transfer", 200, confirmed);
        assertThat(get("/registrations/r1/secret").body())
                .contains("action=\"/registrations/r1/secret/tickets\"", "<option value=\"2\" selected=\"selected\"");
        var late = post("/registrations/r1/secret/tickets", "count-general=1");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("It is too late to change this here", "open=\"open\"");
        assertThat(post("/registrations/r1/secret/transfer", "name=Luca&email=luca%40example.org")
                        .statusCode())
                .isEqualTo(303);
        assertThat(API.seen.stream().map(StubApi.Seen::body))
                .contains(
                        "{\"tickets\":[{\"ticketType\":\"general\",\"count\":1}]}",
                        "{\"contact\":{\"name\":\"Luca\",\"email\":\"luca@example.org\"}}");
    }

    /** Naming guests tells of all of them at once. */
    @Test
    void what_the_form_does_not_ask_of_a_guest_stays_while_the_event_asks() {
        API.says("GET /api/v1/registrations/r1/guests", 200, """
                {"items":[{"number":1,"ticketType":"general","answers":{"meal":"fish","gone":"x"}},{"number":2,"ticketType":"general"}]}""");
        API.says("GET /api/v1/registrations/r1", 200, HELD);
        API.says("GET /api/v1/events/e1", 200, GALA.strip().replaceAll("}$", """
                ,"questions":[{"id":"meal","text":"Meal?","kind":"TEXT","required":true,"choices":[],"ticketTypes":[]}]}"""));
        API.says("PUT /api/v1/registrations/r1/guests", 200, GUESTS);
        post("/registrations/r1/secret/guests", "guest=Maria&guest=&dietary=no+nuts&dietary=&access=&access=");
        assertThat(API.seen.stream().map(StubApi.Seen::body))
                .contains(
                        "{\"guests\":[{\"name\":\"Maria\",\"dietary\":\"no nuts\",\"answers\":{\"meal\":\"fish\"}},{\"answers\":{}}]}");
    }

    @Test
    void a_link_out_of_a_mail_is_pasted_whole() {
        var answer = post("/registrations/r1", "link=http%3A%2F%2Flocalhost%2Fregistrations%2Fr1%23secret");
        assertThat(answer.headers().firstValue("Location")).hasValue("/registrations/r1/secret");
    }

    @Test
    void a_wrong_link_is_told_so() {
        API.says("GET /api/v1/registrations/r1", 403, "{\"type\":\"/problems/not-your-registration\"}");
        var page = get("/registrations/r1/wrong");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This link opens no registration");
    }

    @Test
    void what_was_altered_of_a_certificate_is_said_in_the_reader_s_language() {
        API.says("GET /api/v1/partnerships/verification", 200, """
                {"result":"ALTERED","altered":["the text","step 3 of the history","something new"],"partnershipId":"p1",
                 "parties":[{"cityId":"gn1","name":"Seattle","countryCode":"US"},{"cityId":"gn2","name":"Bergen","countryCode":"NO"}],
                 "signatures":[]}""");
        assertThat(get("/verify?certificate=c1", "Accept-Language", "de").body())
                .contains("<span>der Text</span>", "<span>Schritt 3 des Verlaufs</span>")
                .contains("<span lang=\"en\">something new</span>");
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).setHeader("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return send(request);
    }

    private HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
