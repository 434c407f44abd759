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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The desks of representatives and of the office, on APIs that say what a test wants. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskTest {
    private static final StubApi API = new StubApi();
    private static final String LOCKPORT = """
            {"id":"lockport","name":"Lockport","region":"Illinois","countryCode":"US","timeZone":"America/Chicago","member":true}""";
    private static final String ASIAGO = """
            {"id":"asiago","name":"Asiago","region":"Veneto","countryCode":"IT","timeZone":"Europe/Rome","member":false}""";
    private static final String CASE = "/console/partnerships/p1";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void api(DynamicPropertyRegistry properties) {
        properties.add("sistercities.site.gateway", API::uri);
    }

    @BeforeEach
    void the_representative_of_lockport() {
        API.forgets();
        isSignedIn("city-representative");
        API.says("GET /api/v1/cities/represented", 200, "{\"items\":[" + LOCKPORT + "],\"next\":null}");
        API.says("GET /api/v1/cities/lockport", 200, LOCKPORT);
        API.says("GET /api/v1/cities/asiago", 200, ASIAGO);
        partnership("PROPOSED", "asiago", "\"EXPLORE\",\"WITHDRAW\",\"REJECT\"", "");
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/console/cities", "/console/cities/lockport/seeking", CASE, "/console/imports", "/console/audit"
            })
    void desks_are_for_those_whose_work_it_is(String path) {
        assertThat(send(request(path)).statusCode()).isEqualTo(401);
        isSignedIn("editor");
        assertThat(get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/imports", "/console/audit", "/console/cities/lockport/membership"})
    void the_office_is_not_for_representatives(String path) {
        assertThat(get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void a_desk_shows_the_cities_of_ones_token_and_no_other() {
        assertThat(get("/console").body()).contains("href=\"/console/cities\"").doesNotContain("/console/audit");
        assertThat(get("/console/cities").body())
                .contains("href=\"/console/cities/lockport\"")
                .doesNotContain("role=\"search\"");
        assertThat(get("/console/cities/asiago").statusCode()).isEqualTo(403);
        assertThat(get("/console/cities/asiago/proposal").statusCode()).isEqualTo(403);
        assertThat(get("/console/cities/asiago/seeking").statusCode()).isEqualTo(403);
        API.says("GET /api/v1/cities/represented", 200, "{\"items\":[],\"next\":null}");
        assertThat(get(CASE).statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_under_way_comes_before_what_stands() {
        API.says("GET /api/v1/partnerships", 200, """
                {"items":[{"id":"p2","kind":"SISTER","status":"ACTIVE","since":"1967","parties":[%s,%s]},
                          {"id":"p1","kind":"SISTER","status":"PROPOSED","parties":[%s,%s]}],"next":null}""".formatted(
                        party("lockport", "Lockport"),
                        party("bergen", "Bergen"),
                        party("lockport", "Lockport"),
                        party("asiago", "Asiago")));
        var page = get("/console/cities/lockport");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body().indexOf(CASE)).isBetween(1, page.body().indexOf("/console/partnerships/p2"));
        assertThat(page.body()).contains("is not on the board", "Asiago").doesNotContain("membership");
    }

    @Test
    void a_listing_is_posted_then_changed_as_it_was_read() {
        API.says("PUT /api/v1/seeking/lockport", 201, "{}");
        assertThat(get("/console/cities/lockport/seeking").body()).contains("Put it on the board");
        var form = "text=A+canal+town.&regions-EUROPE=on&themes-YOUTH_AND_EDUCATION=on&countries=jp%2C+it&languages=en"
                + "&minPopulation=10%2C000&contact-name=Kim&contact-email=kim%40lockport.example";
        assertThat(post("/console/cities/lockport/seeking", "etag=&" + form).statusCode())
                .isEqualTo(303);
        assertThat(sent("PUT").ifMatch()).isNull();
        assertThat(sent("PUT").body())
                .contains("\"regions\":[\"EUROPE\"]", "\"countries\":[\"JP\",\"IT\"]", "\"minPopulation\":10000")
                .contains("\"contact\":{\"name\":\"Kim\",\"email\":\"kim@lockport.example\"}");

        API.says("GET /api/v1/seeking/lockport/posting", 200, """
                {"wanted":{"regions":["ASIA"],"countries":["JP"],"languages":[],"themes":[],"maxPopulation":9},
                 "text":"Theirs <b>","contact":{"name":"Kim","email":"kim@lockport.example"}}""");
        API.says("GET /api/v1/seeking/lockport", 200, """
                {"text":"x","postedAt":"2026-11-01T00:00:00Z","until":"2027-11-01T12:00:00Z"}""");
        assertThat(get("/console/cities/lockport/seeking").body())
                .contains("Theirs &lt;b&gt;", "value=\"kim@lockport.example\"", "1 November 2027", "Take it down")
                .containsPattern("name=\"regions-ASIA\"\\s+checked");
        API.says("PUT /api/v1/seeking/lockport", 422, """
                {"type":"/problems/too-many-words","status":422,"detail":"The text has 351 words."}""");
        var page = post("/console/cities/lockport/seeking", "etag=%222%22&" + form);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("longer than 350 words", ">A canal town.</textarea>", "value=\"10,000\"")
                .containsPattern("name=\"regions-EUROPE\"\\s+checked");
        assertThat(API.seen.stream()
                        .filter(seen -> seen.method().equals("PUT"))
                        .toList()
                        .getLast()
                        .ifMatch())
                .isEqualTo("\"2\"");
        API.says("PUT /api/v1/seeking/lockport", 412, "{\"type\":\"/problems/stale-revision\",\"status\":412}");
        assertThat(post("/console/cities/lockport/seeking", "etag=%222%22&" + form)
                        .body())
                .contains("Somebody else was faster", ">A canal town.</textarea>", "What is written now")
                .contains(
                        "href=\"#text\">Your city and what it wishes for</a></dt><dd>Theirs &lt;b&gt;</dd>",
                        "<dd>9</dd>")
                .doesNotContain("href=\"#contact-name\"");
    }

    @Test
    void contacts_are_shown_once_it_is_mutual() {
        API.says("GET /api/v1/seeking/lockport/interests", 200, """
                {"items":[{"city":{"cityId":"asiago","name":"Asiago","countryCode":"IT"},"state":"MUTUAL",
                  "declaredAt":"2026-11-01T00:00:00Z","contacts":{"seeking":{"name":"Kim","email":"k@l.example"},
                  "interested":{"name":"Maria Rossi","email":"maria@asiago.example"}}},
                 {"city":{"cityId":"cork","name":"Cork","countryCode":"IE"},"state":"DECLARED","declaredAt":"2026-11-01T00:00:00Z"}]}""");
        assertThat(get("/console/cities/lockport/seeking").body())
                .contains("maria@asiago.example", "/interests/cork/answer", "We are, too");
        API.says("PUT /api/v1/seeking/lockport/interests/cork/answer", 200, "{}");
        assertThat(post("/console/cities/lockport/seeking/interests/cork/answer", "mutual=yes")
                        .statusCode())
                .isEqualTo(303);
        assertThat(sent("PUT").body()).isEqualTo("{\"mutual\":true}");
    }

    private static final String CORK = """
            {"city":{"id":"cork","name":"Cork","region":"Munster","countryCode":"IE","population":222000},"text":"A <harbour>.",
             "wanted":{"regions":["NORTH_AMERICA"],"countries":[],"languages":[],"themes":["ARTS_AND_CULTURE"]},
             "postedAt":"2026-11-01T00:00:00Z","until":"2027-11-01T12:00:00Z"}""";

    @Test
    void the_board_shows_a_city_those_whose_wishes_it_fulfils() {
        API.says("GET /api/v1/seeking", 200, "{\"items\":[%s],\"next\":\"20\"}".formatted(CORK));
        assertThat(get("/console/cities/lockport/board").body())
                .contains("/console/cities/lockport/board/cork", "A &lt;harbour&gt;.", "board?all=true", "cursor=20")
                .doesNotContain("not available at the moment");
        assertThat(asked("/api/v1/seeking?")).contains("suits=lockport");
        get("/console/cities/lockport/board?all=true");
        assertThat(asked("/api/v1/seeking?")).doesNotContain("suits");
        API.says("GET /api/v1/seeking", 503, "{\"status\":503}");
        assertThat(get("/console/cities/lockport/board").body()).contains("not available at the moment");
        assertThat(get("/console/cities/asiago/board").statusCode()).isEqualTo(403);
        assertThat(get("/console/cities/asiago/board/cork").statusCode()).isEqualTo(403);
    }

    private static String asked(String path) {
        return API.seen.stream()
                .map(StubApi.Seen::target)
                .filter(target -> target.startsWith(path))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void interest_is_declared_with_somebody_to_talk_to_and_contacts_come_once_it_is_mutual() {
        API.says("GET /api/v1/seeking/cork", 200, CORK);
        API.says("GET /api/v1/cities/cork", 200, """
                {"id":"cork","name":"Cork","countryCode":"IE","timeZone":"Europe/Dublin","member":true}""");
        API.says("PUT /api/v1/seeking/cork/interests/lockport", 200, "{}");
        var page = "/console/cities/lockport/board/cork";
        assertThat(get(page).body())
                .contains("We are interested", "North America", "1 November 2027")
                .doesNotContain("Take it back");
        var form = "contact-name=Kim&contact-email=kim%40lockport.example&contact-office=";
        assertThat(post(page, form).headers().firstValue("Location")).hasValue(page);
        assertThat(sent("PUT").body()).isEqualTo("{\"contact\":{\"name\":\"Kim\",\"email\":\"kim@lockport.example\"}}");
        API.says("PUT /api/v1/seeking/cork/interests/lockport", 409, """
                {"type":"/problems/interest-was-declined","status":409,"detail":"Declined."}""");
        assertThat(post(page, form).body()).contains("The interest was declined.", "value=\"kim@lockport.example\"");

        interest("DECLARED", "");
        assertThat(get(page).body()).contains("Cork has not answered yet", "Take it back", "Change whom to talk to");
        interest("DECLINED", "");
        assertThat(get(page).body()).contains("Cork has declined").doesNotContain("Take it back", "contact-name");
        interest("MUTUAL", """
                ,"contacts":{"seeking":{"name":"Maeve","office":"Lord Mayor","email":"maeve@cork.example"},
                 "interested":{"name":"Kim","email":"kim@lockport.example"}}""");
        assertThat(get(page).body())
                .contains("Maeve, Lord Mayor", "mailto:maeve@cork.example", "proposal?q=Cork", "value=\"Kim\"");
        API.says("GET /api/v1/seeking/cork", 404, "{\"status\":404}");
        assertThat(get(page).body())
                .contains("Cork is not on the board any more", "mailto:maeve@cork.example")
                .doesNotContain("contact-name");
        API.says("GET /api/v1/seeking/cork/interests/lockport", 404, "{\"status\":404}");
        assertThat(get(page).statusCode()).isEqualTo(404);
    }

    private static void interest(String state, String contacts) {
        API.says("GET /api/v1/seeking/cork/interests/lockport", 200, """
                {"city":{"cityId":"lockport","name":"Lockport","countryCode":"US"},"state":"%s",
                 "declaredAt":"2026-11-01T00:00:00Z"%s}""".formatted(state, contacts));
    }

    @Test
    void an_interest_is_taken_back_and_what_is_gone_is_taken_back_already() {
        API.says("DELETE /api/v1/seeking/cork/interests/lockport", 204, "");
        var page = "/console/cities/lockport/board/cork";
        assertThat(post(page + "/withdrawal", "").headers().firstValue("Location"))
                .hasValue(page);
        API.says("DELETE /api/v1/seeking/cork/interests/lockport", 404, "{\"status\":404}");
        assertThat(post(page + "/withdrawal", "").statusCode()).isEqualTo(303);
    }

    @Test
    void a_proposal_goes_to_the_city_that_was_chosen_once() {
        API.says("GET /api/v1/cities", 200, """
                {"items":[{"id":"asiago","name":"Asiago","localName":"Asiago","countryCode":"IT","latitude":1,"longitude":2,"partnerships":0},
                 {"id":"lockport","name":"Lockport","localName":"Lockport","countryCode":"US","latitude":1,"longitude":2,"partnerships":0}],"next":null}""");
        assertThat(get("/console/cities/lockport/proposal?q=asiago").body())
                .contains("value=\"asiago\"")
                .doesNotContain("value=\"lockport\"");
        API.says("POST /api/v1/partnerships", 201, "{\"id\":\"p1\"}");
        var form = "key=k&q=asiago&other=asiago&kind=PROJECT&until=2030-01-01&note=A+bridge&link=";
        for (int i = 0; i < 2; i++)
            assertThat(post("/console/cities/lockport/proposal", form).headers().firstValue("Location"))
                    .hasValue(CASE);
        assertThat(sent("POST").body())
                .isEqualTo("{\"kind\":\"PROJECT\",\"cities\":[\"lockport\",\"asiago\"],\"until\":\"2030-01-01\","
                        + "\"evidence\":{\"note\":\"A bridge\"}}");
        assertThat(API.seen.stream()
                        .filter(seen -> seen.method().equals("POST"))
                        .map(StubApi.Seen::key))
                .hasSize(2)
                .containsOnly(sent("POST").key());
        API.says("POST /api/v1/partnerships", 409, """
                {"type":"/problems/already-partners","status":409,"detail":"Already.","partnershipId":"p9"}""");
        assertThat(post("/console/cities/lockport/proposal", form).body())
                .contains(
                        "have a partnership of this kind already", "/console/partnerships/p9", ">A bridge</textarea>");
    }

    @Test
    void who_was_asked_agrees_or_declines_and_who_has_asked_takes_back() {
        assertThat(get(CASE).body())
                .contains("value=\"EXPLORE\"", "value=\"REJECT\"")
                .doesNotContain("value=\"WITHDRAW\"");
        partnership("PROPOSED", "lockport", "\"EXPLORE\",\"WITHDRAW\",\"REJECT\"", "");
        assertThat(get(CASE).body())
                .contains("value=\"WITHDRAW\"")
                .doesNotContain("value=\"REJECT\"", "value=\"EXPLORE\"");
    }

    @Test
    void a_step_is_for_the_edition_that_was_read_and_a_refusal_loses_nothing() {
        API.says("POST /api/v1/partnerships/p1/steps", 200, "{}");
        var form = "form=step&step=REJECT&city=lockport&etag=%223%22&note=Too+far.&link=";
        assertThat(post(CASE + "/steps", form).statusCode()).isEqualTo(303);
        assertThat(sent("POST").ifMatch()).isEqualTo("\"3\"");
        assertThat(sent("POST").body()).isEqualTo("{\"step\":\"REJECT\",\"city\":\"lockport\",\"note\":\"Too far.\"}");
        API.says("POST /api/v1/partnerships/p1/steps", 412, "{\"type\":\"/problems/stale-revision\",\"status\":412}");
        var page = post(CASE + "/steps", form);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Somebody else was faster", ">Too far.</textarea>");
    }

    @Test
    void only_ones_own_side_resolves_and_a_warning_is_answered_by_whose_it_is() {
        assertThat(get(CASE).body())
                .contains("action=\"" + CASE + "/resolutions/lockport#resolution-lockport\"")
                .doesNotContain("/resolutions/asiago#");
        partnership("PROPOSED", "lockport", "\"OVERRIDE\",\"WITHDRAW\"", """
                "warnings":[{"rule":"one-per-country","cityId":"asiago","reason":"One in the US."}],""");
        assertThat(get(CASE).body())
                .contains("One in the US.", "Asiago has to answer this")
                .doesNotContain("value=\"OVERRIDE\"", "/resolutions/", "/agreement");
        partnership("PROPOSED", "asiago", "\"OVERRIDE\",\"REJECT\"", """
                "warnings":[{"rule":"one-per-country","cityId":"lockport","reason":"One in Italy."}],""");
        assertThat(get(CASE).body()).contains("value=\"OVERRIDE\"");
    }

    @Test
    void a_text_is_fixed_in_its_languages() {
        API.says("PUT /api/v1/partnerships/p1/agreement", 200, "{}");
        post(
                CASE + "/agreement",
                "form=agreement&etag=%223%22&language-0=en&text-0=Peace.&language-1=it&text-1=Pace.&text-2=");
        assertThat(sent("PUT").body()).isEqualTo("{\"texts\":{\"en\":\"Peace.\",\"it\":\"Pace.\"}}");
        assertThat(sent("PUT").ifMatch()).isEqualTo("\"3\"");
    }

    @Test
    void a_session_begins_by_the_clock_of_one_side_and_is_shown_by_those_of_both() {
        toSign();
        API.says("POST /api/v1/partnerships/p1/sessions", 201, "{\"id\":\"s1\"}");
        assertThat(get(CASE).body())
                .contains("<option value=\"America/Chicago\" selected", "<option value=\"Europe/Rome\"");
        post(
                CASE + "/sessions",
                "form=session&key=k&startsAt=2026-12-03T10%3A00&zone=America%2FChicago&link=https%3A%2F%2Fvideo.example%2F1"
                        + "&witnesses=Ada+Byron%2C+notary%0D%0AMax");
        assertThat(sent("POST").body())
                .contains("\"startsAt\":\"2026-12-03T16:00:00Z\"")
                .contains("\"witnesses\":[{\"name\":\"Ada Byron\",\"title\":\"notary\"},{\"name\":\"Max\"}]");
        assertThat(get(CASE + "/sessions/s1").body())
                .contains("10:00", "5:00", "Central Standard Time", "Central European Standard Time", "Peace.")
                .contains("signatures/lockport#")
                .doesNotContain("signatures/asiago#");
        assertThat(get(CASE + "/sessions/s2").statusCode()).isEqualTo(404);
    }

    @Test
    void a_head_signs_the_text_that_was_shown_and_a_refusal_loses_nothing() {
        toSign();
        API.says("PUT /api/v1/partnerships/p1/signatures/lockport", 200, "{}");
        var form = "form=signature-lockport&textHash=abc&session=s1&name=Steven+Streit&title=Mayor&signedOn=";
        assertThat(post(CASE + "/signatures/lockport", form).headers().firstValue("Location"))
                .hasValue(CASE + "/sessions/s1");
        assertThat(sent("PUT").body())
                .isEqualTo(
                        "{\"textHash\":\"abc\",\"session\":\"s1\",\"signatory\":{\"name\":\"Steven Streit\",\"title\":\"Mayor\"}}");
        API.says("PUT /api/v1/partnerships/p1/signatures/lockport", 409, """
                {"type":"/problems/different-text","status":409,"detail":"Different."}""");
        var page = post(CASE + "/signatures/lockport", form);
        assertThat(page.body()).contains("not the text that was agreed", "value=\"Steven Streit\"", "10:00");
        API.says("PUT /api/v1/partnerships/p1/signatures/lockport", 403, "{\"status\":403}");
        assertThat(post(CASE + "/signatures/lockport", form).statusCode()).isEqualTo(403);
    }

    @Test
    void the_office_keeps_memberships_as_it_has_read_them() {
        isSignedIn("administrator");
        API.says("GET /api/v1/cities/asiago/membership", 204, "");
        assertThat(get("/console/cities/asiago/membership").body())
                .contains("Asiago has no membership", "membership")
                .doesNotContain("/membership/end");
        API.says(
                "GET /api/v1/cities/asiago/membership", 200, "{\"number\":\"7\",\"goodStandingUntil\":\"2999-12-31\"}");
        API.says("PUT /api/v1/cities/asiago/membership", 200, "{}");
        assertThat(get("/console/cities/asiago/membership").body()).contains("31 December 2999", "/membership/end");
        post("/console/cities/asiago/membership", "etag=%225%22&number=8&goodStandingUntil=2030-01-01");
        assertThat(sent("PUT").ifMatch()).isEqualTo("\"5\"");
        assertThat(sent("PUT").body()).contains("\"number\":\"8\"", "\"goodStandingUntil\":\"2030-01-01\"");
        API.says("PUT /api/v1/cities/asiago/membership", 412, "{\"status\":412,\"type\":\"/problems/stale-revision\"}");
        assertThat(post("/console/cities/asiago/membership", "etag=%225%22&number=8&goodStandingUntil=2030-01-01")
                        .body())
                .contains("Somebody else was faster", "value=\"8\"", "Member 7");
    }

    @Test
    void a_file_is_handed_on_as_it_is_and_followed() {
        isSignedIn("administrator");
        API.says("POST /api/v1/partnerships/imports", 202, run("RUNNING"));
        var sent = upload("/console/imports/partnerships", "cityAId,cityBId\r\n1,2\r\n3,4\r\n");
        assertThat(sent.headers().firstValue("Location")).hasValue("/console/imports/partnerships/i1?lines=2");
        assertThat(sent("POST").body()).isEqualTo("cityAId,cityBId\r\n1,2\r\n3,4\r\n");
        assertThat(sent("POST").target()).endsWith("?dryRun=false");
        API.says("GET /api/v1/partnerships/imports/i1", 200, run("RUNNING"));
        API.says("GET /api/v1/partnerships/imports/i1/rejections", 200, """
                {"items":[{"line":3,"reason":"No city <3>","text":"3,4"}],"next":"3"}""");
        assertThat(get("/console/imports/partnerships/i1?lines=2").body())
                .contains("<progress", "max=\"2\"", "value=\"1\"", "No city &lt;3&gt;", "cursor=3")
                .contains("data-progress=\"/api/v1/partnerships/imports/i1\"", "Look again");
        API.says("GET /api/v1/partnerships/imports/i1", 200, run("DONE"));
        assertThat(get("/console/imports/partnerships/i1?lines=2").body())
                .doesNotContain("data-progress", "Look again");
        assertThat(upload("/console/imports/partnerships", "").body()).contains("Choose a file first");
    }

    @Test
    void the_trail_is_filtered_by_service_person_and_day_and_leads_to_what_was_made() {
        isSignedIn("administrator");
        API.says("GET /api/v1/audit/city-service", 200, """
                {"items":[{"at":"2026-11-22T20:00:00Z","subject":"ada <a>","roles":["administrator"],"status":202,
                  "endpoint":"POST /api/v1/cities/imports","path":"/api/v1/cities/imports","created":"/api/v1/cities/imports/i1"},
                 {"at":"2026-11-22T19:00:00Z","subject":"rep","roles":["city-representative"],"status":409,
                  "endpoint":"PUT /api/v1/seeking/{cityId}","path":"/api/v1/seeking/gn1"}],"next":"m+1"}""");
        var page = get("/console/audit?service=city-service&subject=ada%20a&from=2026-11-01&until=2026-11-22");
        assertThat(page.body())
                .contains(
                        "ada &lt;a&gt;",
                        "href=\"/console/imports/cities/i1\"",
                        "refused (409)",
                        "PUT /api/v1/seeking/gn1")
                .contains("subject=ada%20a&amp;from=2026-11-01", "cursor=m%2B1");
        assertThat(API.seen.stream().map(StubApi.Seen::target))
                .anyMatch(target -> target.contains("subject=ada%20a")
                        && target.contains("from=2026-11-01T00%3A00%3A00Z")
                        && target.contains("until=2026-11-23T00%3A00%3A00Z"));
        assertThat(get("/console/audit?service=elsewhere&from=someday").statusCode())
                .isEqualTo(200);
    }

    private static void isSignedIn(String role) {
        API.says("GET /api/v1/session", 200, "{\"signedIn\":true,\"name\":\"rep\",\"roles\":[\"" + role + "\"]}");
    }

    private static void toSign() {
        partnership("AGREED", "asiago", "\"WITHDRAW\",\"REJECT\"", """
                "agreement":{"texts":{"en":"Peace."},"textHash":"abc"},
                "sessions":[{"id":"s1","startsAt":"2026-12-03T16:00:00Z","link":"https://video.example/1","witnesses":[],
                  "localTimes":[{"cityId":"asiago","name":"Asiago","zone":"Europe/Rome","startsAt":"2026-12-03T17:00:00+01:00"},
                    {"cityId":"lockport","name":"Lockport","zone":"America/Chicago","startsAt":"2026-12-03T10:00:00-06:00"}]}],""");
    }

    private static void partnership(String status, String proposer, String steps, String more) {
        var json = """
                {"id":"p1","kind":"SISTER","status":"%s","parties":[{"cityId":"asiago","name":"Asiago","countryCode":"IT"},
                  {"cityId":"lockport","name":"Lockport","countryCode":"US"}],%s"possibleSteps":[%s],"signatures":[],"resolutions":[],
                 %s%s"history":[{"what":"PROPOSED","cityId":"%s"}]}""".formatted(
                        status,
                        more,
                        steps,
                        more.contains("\"warnings\"") ? "" : "\"warnings\":[],",
                        more.contains("\"sessions\"") ? "" : "\"sessions\":[],",
                        proposer);
        API.says("GET /api/v1/partnerships/p1", 200, json);
    }

    private static String party(String id, String name) {
        return "{\"cityId\":\"%s\",\"name\":\"%s\",\"countryCode\":\"US\",\"latitude\":1,\"longitude\":2}"
                .formatted(id, name);
    }

    private static String run(String state) {
        return """
                {"id":"i1","state":"%s","dryRun":false,"read":1,"recorded":1,"changed":0,"unchanged":0,"rejected":1,
                 "startedAt":"2026-11-22T20:00:00Z"}""".formatted(state);
    }

    private static StubApi.Seen sent(String method) {
        return API.seen.stream()
                .filter(seen -> seen.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).header("Authorization", "Bearer reps"));
    }

    private HttpResponse<String> post(String path, String form) {
        return send(request(path)
                .header("Authorization", "Bearer reps")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> upload(String path, String file) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--x--\r\n";
        return send(request(path)
                .header("Authorization", "Bearer reps")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
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
