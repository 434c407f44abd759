package org.sistercities.web;

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
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@DisplayNameGeneration(ReplaceUnderscores.class)
class EditorTest {
    private static final String APPEARS = "\"publishAt\":\"2099-01-01T09:00:00Z\"";
    private static final StubApi API = new StubApi();
    private static final String STORY = """
            {"id":"s1","status":"%s","stage":%s,"owner":"%s","version":3,"kind":"STORY","headline":"Two <rooms>","slug":"two-rooms",
             "language":"en","body":"One.","html":"<p>One.</p>","credits":[{"role":"AUTHOR","name":"Ada Example"}],"photos":[],
             "cityIds":["gn1"],"partnershipIds":[],"eventIds":[],"tags":["signing"],"syndications":[],"formerSlugs":[],
             "timing":{},"last":{"number":3,"act":"WRITTEN","by":"ada","at":"2026-11-20T10:00:00Z"},"draftedAt":"2026-11-20T10:00:00Z"}
            """;
    private static final String EDITION = """
            {"id":"f1","stage":"DRAFT","by":"ed","at":"2026-11-20T10:00:00Z","slots":[
             {"kind":"HERO","storyIds":["s1"],"fill":1},{"kind":"MISSION","heading":"Why","text":"Peace","storyIds":[],"fill":0}]}""";

    private static final String CAMPAIGN = """
            {"id":"k1","status":"DRAFT","name":"Letters <3","slogan":"Write one","body":"One.","from":"2027-03-01",
             "goal":{"text":"A thousand"},"actions":[{"label":"Write","url":"/stories"}],"address":"letters","html":"<p>One.</p>"}""";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void api(DynamicPropertyRegistry properties) {
        properties.add("sistercities.site.gateway", API::uri);
    }

    @BeforeEach
    void an_editor() {
        API.forgets();
        as("ed", "editor");
        story("DRAFT", "\"DRAFT\"", "ada");
        API.says("GET /api/v1/cities/gn1", 200, "{\"name\":\"Asiago\",\"region\":\"Veneto\",\"countryCode\":\"IT\"}");
        API.says(
                "POST /api/v1/stories/rendering",
                200,
                "{\"html\":\"<p>One <em>rendered</em>.</p>\",\"opening\":\"One\"}");
        API.says("GET /api/v1/front-page/editions/f1", 200, EDITION);
        API.says("GET /api/v1/campaigns/k1/draft", 200, CAMPAIGN);
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "/console/stories",
        "/console/stories/new",
        "/console/stories/s1/text",
        "/console/images",
        "/console/front-page",
        "/console/campaigns",
        "/console/campaigns/new",
        "/console/campaigns/k1"
    })
    void nobody_else_gets_in(String path) {
        assertThat(send(request(path)).statusCode()).isEqualTo(401);
        as("olga", "events-manager");
        assertThat(get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void who_is_no_longer_signed_in_keeps_what_they_have_typed_and_sends_it_once_more() {
        var page = send(typedByNobody("/console/stories/s1/text?from=list").header("Sec-Fetch-Site", "same-origin"));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("Your sign-in has run out", "action=\"/console/stories/s1/text?from=list\"")
                .contains(
                        "<input type=\"hidden\" name=\"body\" value=\"Two &lt;harbours&gt; &amp; &quot;one&quot; evening\">")
                .contains("name=\"tag\" value=\"sea\"", "name=\"tag\" value=\"quay\"")
                .contains("target=\"_blank\" rel=\"noopener\"")
                .doesNotContain("<harbours>");
        assertThat(API.seen).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "X-Nothing, x"
    })
    void what_another_site_has_filled_in_is_offered_to_nobody(String header, String value) {
        var page = send(typedByNobody("/console/stories/s1/text").header(header, value));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("for those who have signed in").doesNotContain("harbours");
    }

    private HttpRequest.Builder typedByNobody(String path) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "body=Two+%3Charbours%3E+%26+%22one%22+evening&tag=sea&tag=quay&etag=%221%22"));
    }

    /** As the API lists them: without their words. */
    @Test
    void what_is_worked_on_is_listed_by_what_it_waits_for() {
        var item = """
                {"id":"%s","kind":"STORY","status":"DRAFT","stage":"%s","owner":"%s","language":"en","headline":"Story %s","excerpt":"…",
                 "credits":[],"cityIds":[],"partnershipIds":[],"eventIds":[],"timing":{%s},"draftedAt":"2026-11-20T10:00:00Z"%s}""";
        API.says(
                "GET /api/v1/stories/drafts",
                200,
                "{\"items\":["
                        + String.join(
                                ",",
                                item.formatted("a", "DRAFT", "ed", "A", "", ""),
                                item.formatted("b", "DRAFT", "ada", "B", "", ""),
                                item.formatted("c", "IN_REVIEW", "ada", "C", "", ""),
                                item.formatted("d", "APPROVED", "ada", "D", APPEARS, ""))
                        + "]}");
        API.says(
                "GET /api/v1/stories/scheduled",
                200,
                "{\"items\":["
                        + item.formatted("d", "APPROVED", "ada", "D", APPEARS, "")
                        + ","
                        + item.formatted("f", "DRAFT", "ada", "F", "\"unpublishAt\":\"2099-02-01T09:00:00Z\"", "")
                        + "]}");
        API.says(
                "GET /api/v1/stories/flagged",
                200,
                "{\"items\":["
                        + item.formatted(
                                "e",
                                "DRAFT",
                                "ada",
                                "E",
                                "",
                                ",\"flag\":{\"reason\":\"Ended.\",\"at\":\"2026-11-20T10:00:00Z\"}")
                        + "]}");
        API.says("GET /api/v1/stories", 200, "{\"items\":[]}");
        assertThat(get("/console/stories").body())
                .containsSubsequence("To be looked at again", "Story E", "Ended.", "Waiting for an editor", "Story C")
                .containsSubsequence(
                        "Waiting for their time",
                        "Story D",
                        "1 January 2099",
                        "Story F",
                        "Disappears",
                        "What you are writing",
                        "Story A")
                .containsSubsequence("What others are writing", "Story B")
                .doesNotContain("not available at the moment");
    }

    @Test
    void the_front_page_is_arranged_by_editors_only() {
        as("ada", "author");
        assertThat(get("/console/front-page").statusCode()).isEqualTo(403);
        assertThat(get("/console").body()).contains("/console/stories").doesNotContain("/console/front-page");
    }

    @Test
    void an_author_is_offered_only_an_authors_steps() {
        as("ada", "author");
        assertThat(get("/console/stories/s1").body())
                .contains(
                        "/console/stories/s1/review",
                        "/console/stories/s1/text",
                        "One <em>rendered</em>.",
                        "Asiago, Veneto, Italy")
                .doesNotContain("s1/publication\"", "s1/approval", "s1/timing", "s1/return");
        as("ben", "author");
        assertThat(get("/console/stories/s1").body())
                .contains("another author’s")
                .doesNotContain("s1/review", "/console/stories/s1/text");
        as("ada", "author");
        story("DRAFT", "\"APPROVED\"", "ada");
        assertThat(get("/console/stories/s1").body())
                .contains("Only an editor can change it now")
                .doesNotContain("s1/review", "/console/stories/s1/text");
    }

    @Test
    void an_editor_is_offered_what_the_stage_allows() {
        assertThat(get("/console/stories/s1").body())
                .contains("s1/publication\"", "s1/approval", "s1/timing")
                .doesNotContain("s1/return", "s1/withdrawal", "s1/discard");
        story("PUBLISHED", "null", "ada");
        assertThat(get("/console/stories/s1").body())
                .contains("s1/withdrawal", "s1/timing", "href=\"/stories/two-rooms\"")
                .doesNotContain("s1/publication\"", "s1/approval", "s1/discard");
    }

    @Test
    void what_the_api_refuses_is_a_sentence_beside_what_was_typed() {
        API.says("PUT /api/v1/stories/s1/timing", 422, problem("times-do-not-fit", "publishAt is not ahead"));
        var page = post(
                "/console/stories/s1/timing",
                Map.of("etag", "\"3\"", "publishAt", "2026-01-01T09:00", "zone", "America/New_York"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("These times do not fit", "value=\"2026-01-01T09:00\"", "value=\"America/New_York\"");
        assertThat(sent("PUT").body()).isEqualTo("{\"publishAt\":\"2026-01-01T14:00:00Z\"}");
        assertThat(sent("PUT").ifMatch()).isEqualTo("\"3\"");
        API.says("POST /api/v1/stories/s1/publication", 403, problem("another-authors", "It is another author's."));
        assertThat(post("/console/stories/s1/publication", Map.of("etag", "\"3\""))
                        .body())
                .contains("It is another author’s. Ask an editor.");
        API.says("POST /api/v1/stories/s1/publication", 409, problem("never-heard-of", "Something new."));
        assertThat(post("/console/stories/s1/publication", Map.of("etag", "\"3\""))
                        .body())
                .contains("<p lang=\"en\">Something new.</p>");
    }

    @Test
    void a_story_begins_empty_or_as_what_it_translates() {
        assertThat(get("/console/stories/new").body())
                .contains("name=\"key\"", "Not kept yet", "action=\"/console/stories\"")
                .doesNotContain("name=\"note\"", "name=\"etag\"");
        assertThat(get("/console/stories/new?translationOf=s1").body())
                .contains("value=\"s1\"", "value=\"Asiago, Veneto, Italy [gn1]\"", ">Two &lt;rooms&gt;</textarea>")
                .doesNotContain("value=\"two-rooms\"");
        assertThat(get("/console/stories/s1/text").body())
                .contains(
                        "name=\"etag\"",
                        "name=\"note\"",
                        "value=\"two-rooms\"",
                        "<span class=\"waiting\">Draft</span>");
    }

    @Test
    void a_story_is_sent_as_the_api_wants_it() {
        API.says("POST /api/v1/stories", 201, STORY.formatted("DRAFT", "\"DRAFT\"", "ada"));
        API.says(
                "GET /api/v1/cities",
                200,
                "{\"items\":[{\"id\":\"gn2\",\"name\":\"Lockport\",\"localName\":\"Lockport\","
                        + "\"countryCode\":\"US\",\"latitude\":1,\"longitude\":2,\"partnerships\":1}]}");
        API.says("GET /api/v1/events/gala", 200, "{\"id\":\"e1\"}");
        var form = Map.ofEntries(
                Map.entry("key", "k"),
                Map.entry("kind", "PRESS_RELEASE"),
                Map.entry("headline", "Signed"),
                Map.entry("body", "One.\r\nTwo."),
                Map.entry("dateline-place", "WASHINGTON, DC"),
                Map.entry("dateline-date", "2017-01-11"),
                Map.entry("credits-0-role", "AUTHOR"),
                Map.entry("credits-1-role", "PHOTOGRAPHER"),
                Map.entry("credits-1-organisation", "AP"),
                Map.entry("cities-0-city", "Asiago, Veneto, Italy [gn1]"),
                Map.entry("cities-2-city", "Lockport"),
                Map.entry("eventIds", "http://localhost:8080/events/gala?lang=en"),
                Map.entry("tags", "Youth & Education, signing"),
                Map.entry("series-name", "Sixty years"),
                Map.entry("series-part", "2"),
                Map.entry("embargoUntil", "2027-01-11T09:00"),
                Map.entry("zone", "America/New_York"));
        var saved = post("/console/stories", form);
        assertThat(saved.headers().firstValue("Location")).hasValue("/console/stories/s1");
        assertThat(sent("POST").body())
                .contains(
                        "\"body\":\"One.\\nTwo.\"",
                        "\"dateline\":{\"place\":\"WASHINGTON, DC\",\"date\":\"2017-01-11\"}")
                .contains("\"credits\":[{\"organisation\":\"AP\",\"role\":\"PHOTOGRAPHER\"}]")
                .contains("\"cityIds\":[\"gn1\",\"gn2\"]", "\"eventIds\":[\"e1\"]")
                .contains(
                        "\"tags\":[\"youth-education\",\"signing\"]",
                        "\"series\":{\"name\":\"Sixty years\",\"part\":2}")
                .contains("\"embargoUntil\":\"2027-01-11T14:00:00Z\"");
        var key = sent("POST").key();
        post("/console/stories", form);
        assertThat(API.seen)
                .filteredOn(seen -> seen.key() != null)
                .extracting(StubApi.Seen::key)
                .containsOnly(key);
    }

    @Test
    void what_is_wrong_is_marked_at_its_field_though_empty_rows_are_not_sent() {
        API.says("PUT /api/v1/stories/s1", 422, """
                {"type":"/problems/invalid-request","status":422,"detail":"No.","errors":[
                 {"pointer":"/credits/0/link","detail":"must be an address"},{"pointer":"/headline","detail":"must not be blank"}]}""");
        var page = post(
                "/console/stories/s1/text",
                Map.of("etag", "\"3\"", "body", "Mine <b>", "credits-1-name", "Ada", "credits-1-link", "nowhere"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"credits-1-link-wrong\"", "href=\"#credits-1-link\"", "id=\"headline-wrong\"")
                .contains(">Mine &lt;b&gt;</textarea>", "value=\"nowhere\"");
    }

    @Test
    void a_city_nobody_knows_is_said_before_anything_is_kept() {
        API.says("GET /api/v1/cities", 200, "{\"items\":[]}");
        var page =
                post("/console/stories/s1/text", Map.of("etag", "\"3\"", "body", "Mine", "cities-0-city", "Nowhere"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("No city of this name was found", "value=\"Nowhere\"", ">Mine</textarea>");
        assertThat(API.seen).extracting(StubApi.Seen::method).doesNotContain("PUT");
    }

    @Test
    void when_somebody_was_faster_both_versions_are_there() {
        API.says("PUT /api/v1/stories/s1", 412, problem("stale-revision", "stale"));
        var page = post(
                "/console/stories/s1/text",
                Map.of("etag", "\"2\"", "kind", "STORY", "headline", "Two <rooms>", "body", "Mine.", "language", "en"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Somebody else was faster", "<dd>One.</dd>", ">Mine.</textarea>", "Write mine over it")
                .contains("<dd>Asiago, Veneto, Italy [gn1]</dd>")
                .doesNotContain("<dd>Two &lt;rooms&gt;</dd>", ">etag</a>");
    }

    @Test
    void a_preview_is_made_of_what_is_typed_and_keeps_nothing() {
        var page = post("/console/stories/proof", Map.of("headline", "Typed <x>", "body", "*One*", "kind", "STORY"));
        assertThat(page.body()).contains("Typed &lt;x&gt;", "One <em>rendered</em>.", "class=\"sheet\"");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(API.seen)
                .filteredOn(seen -> !seen.method().equals("GET"))
                .extracting(StubApi.Seen::target)
                .containsOnly("/api/v1/stories/rendering");
    }

    @Test
    void a_link_shows_a_draft_to_whoever_has_it_and_to_nobody_else() {
        API.says("GET /api/v1/stories/s1/preview", 200, """
                {"id":"s1","status":"DRAFT","kind":"STORY","headline":"Soon","language":"en","body":"x","credits":[],"html":"<p>Soon.</p>"}""");
        assertThat(send(request("/previews/stories/s1/12.abc")).body()).contains("<p>Soon.</p>", "noindex");
        assertThat(API.seen).extracting(StubApi.Seen::target).contains("/api/v1/stories/s1/preview?token=12.abc");
        API.says("GET /api/v1/stories/s1/preview", 403, problem("preview-not-valid", "No."));
        assertThat(send(request("/previews/stories/s1/12.abc")).statusCode()).isEqualTo(404);
    }

    @Test
    void the_history_shows_what_a_step_changed_and_brings_it_back() {
        API.says("GET /api/v1/stories/s1/revisions/3", 200, """
                {"storyId":"s1","step":{"number":3,"act":"WRITTEN","by":"ada","at":"2026-11-20T10:00:00Z"},
                 "text":{"headline":"Two","body":"Two."}}""");
        API.says("GET /api/v1/stories/s1/revisions/3/diff", 200, """
                {"from":1,"to":3,"properties":[{"name":"tags","before":[],"after":["signing","video"]},{"name":"credits","after":[{"role":"AUTHOR","name":"Ada","byline":true}]}],
                 "body":["--- 1","+++ 3","@@ -1,1 +1,1 @@","-One <b>.","+Two."]}""");
        API.says("POST /api/v1/stories/s1/revisions/3/restoration", 200, "{}");
        assertThat(get("/console/stories/s1/history/3").body())
                .contains(
                        "<del>One &lt;b&gt;.</del>",
                        "<ins>Two.</ins>",
                        "<del>–</del></td><td><ins>signing; video</ins>",
                        "<ins>AUTHOR, Ada</ins>",
                        "What step 3 changed in the words of step 1");
        var back = post("/console/stories/s1/history/3/restoration", Map.of("etag", "\"3\""));
        assertThat(back.headers().firstValue("Location")).hasValue("/console/stories/s1");
        assertThat(sent("POST").ifMatch()).isEqualTo("\"3\"");
    }

    @Test
    void a_picture_goes_to_the_api_as_it_is_and_is_asked_for_what_it_shows() {
        API.says("POST /api/v1/images", 201, image(""));
        var sent = upload("Two mayors", "PICTURE");
        assertThat(sent.headers().firstValue("Location")).hasValue("/console/images/i1");
        assertThat(sent("POST").target()).isEqualTo("/api/v1/images?alt=Two%20mayors");
        assertThat(sent("POST").body()).isEqualTo("PICTURE");
        var none = upload("Two mayors", "");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choose a file first", ">Two mayors</textarea>");
        API.says("POST /api/v1/images", 422, problem("not-an-image", "This is no image."));
        assertThat(upload("Two mayors", "x").body()).contains("This is no image.", ">Two mayors</textarea>");
    }

    @Test
    void a_pictures_point_is_two_numbers() {
        API.says("GET /api/v1/images/i1", 200, image(",\"focalPoint\":{\"x\":0.25,\"y\":0.5}"));
        API.says("PUT /api/v1/images/i1", 200, image(""));
        assertThat(get("/console/images/i1").body())
                .contains("viewBox=\"0 0 400 300\"", "cx=\"100.0\"", "cy=\"150.0\"", "value=\"0.25\"");
        post(
                "/console/images/i1",
                Map.of("etag", "\"1\"", "alt", "A", "focalPoint-x", "0.3", "focalPoint-y", "1", "creditLine", "©AP"));
        assertThat(sent("PUT").body())
                .isEqualTo("{\"alt\":\"A\",\"creditLine\":\"©AP\",\"focalPoint\":{\"x\":0.3,\"y\":1.0}}");
        API.says("PUT /api/v1/images/i1", 422, problem("invalid-request", "No."));
        assertThat(post("/console/images/i1", Map.of("etag", "\"1\"", "focalPoint-x", "left"))
                        .body())
                .contains("value=\"left\"");
    }

    @Test
    void places_on_the_front_page_change_their_order_and_nothing_is_kept_by_that() {
        var page = post(
                "/console/front-page/f1",
                Map.of(
                        "etag",
                        "\"1\"",
                        "arrange",
                        "down-0",
                        "slots-0-kind",
                        "HERO",
                        "slots-0-story-0",
                        "s1",
                        "slots-0-fill",
                        "1",
                        "slots-1-kind",
                        "MISSION",
                        "slots-1-text",
                        "Peace <3"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().indexOf("Peace &lt;3")).isBetween(0, page.body().indexOf("slots-1-story-0"));
        assertThat(page.body()).contains("This order is not kept yet");
        assertThat(API.seen).extracting(StubApi.Seen::method).doesNotContain("PUT", "POST");
    }

    @Test
    void an_arrangement_is_kept_slot_by_slot_for_the_edition_that_was_read() {
        API.says("PUT /api/v1/front-page/editions/f1", 200, EDITION);
        assertThat(get("/console/front-page/f1").body())
                .contains("1. Story of the day", "2. Mission", ">Peace</textarea>");
        var saved = post(
                "/console/front-page/f1",
                Map.of(
                        "etag",
                        "\"1\"",
                        "slots-0-kind",
                        "HERO",
                        "slots-0-story-1",
                        "s2",
                        "slots-0-fill",
                        "1",
                        "slots-2-kind",
                        "DONATE",
                        "slots-2-link-label",
                        "Give",
                        "slots-2-link-url",
                        "/donate"));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(sent("PUT").body())
                .isEqualTo("{\"slots\":[{\"kind\":\"HERO\",\"fill\":1,\"storyIds\":[\"s2\"]},"
                        + "{\"kind\":\"DONATE\",\"link\":{\"label\":\"Give\",\"url\":\"/donate\"}}]}");
        API.says("PUT /api/v1/front-page/editions/f1", 422, problem("slot-is-empty", "Nothing."));
        assertThat(post(
                                "/console/front-page/f1",
                                Map.of("etag", "\"1\"", "slots-0-kind", "EVENTS", "slots-0-heading", "Soon"))
                        .body())
                .contains("In one of the places nothing would be seen", "value=\"Soon\"");
    }

    @Test
    void campaigns_are_listed_with_what_visitors_see_of_them() {
        API.says("GET /api/v1/campaigns/desk", 200, "{\"items\":[%s,%s]}".formatted(CAMPAIGN, """
                {"id":"k2","status":"PUBLISHED","name":"Schools","body":"","actions":[],"address":"schools","html":"",
                 "publishedAt":"2026-11-20T10:00:00Z"}"""));
        assertThat(get("/console/campaigns").body())
                .containsSubsequence("/console/campaigns/k1", "Letters &lt;3", "Draft", "from 1 March 2027")
                .containsSubsequence(
                        "/console/campaigns/k2", "Schools", "Visitors see it", "href=\"/campaigns/schools\"")
                .doesNotContain("/campaigns/letters\"");
        API.says("GET /api/v1/campaigns/desk", 200, "{\"items\":[]}");
        assertThat(get("/console/campaigns").body()).contains("None yet. Begin with the first.");
        API.says("GET /api/v1/campaigns/desk", 503, problem("unavailable", "Away."));
        assertThat(get("/console/campaigns").body()).contains("A new campaign").doesNotContain("None yet");
    }

    @Test
    void a_campaign_is_written_once_with_what_is_filled_in() {
        API.says("POST /api/v1/campaigns", 201, CAMPAIGN);
        var form = Map.of(
                "key",
                "k",
                "name",
                "Letters",
                "body",
                "One.\r\nTwo.",
                "goal-text",
                "A thousand",
                "slogan",
                " ",
                "goal-target-amount",
                "500.00",
                "goal-target-currency",
                "EUR",
                "actions-1-label",
                "Write",
                "actions-1-url",
                "/stories",
                "until",
                "2027-04-01");
        var kept = post("/console/campaigns", form);
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(kept.headers().firstValue("Location")).hasValue("/console/campaigns/k1");
        assertThat(sent("POST").body())
                .isEqualTo("{\"name\":\"Letters\",\"until\":\"2027-04-01\",\"body\":\"One.\\nTwo.\","
                        + "\"goal\":{\"text\":\"A thousand\",\"target\":{\"amount\":\"500.00\",\"currency\":\"EUR\"}},"
                        + "\"actions\":[{\"label\":\"Write\",\"url\":\"/stories\"}]}");
        var key = sent("POST").key();
        post("/console/campaigns", form);
        assertThat(sent("POST").key()).isEqualTo(key);
    }

    @Test
    void what_is_wrong_with_a_campaign_is_said_at_its_field_and_nothing_typed_is_lost() {
        API.says("POST /api/v1/campaigns", 422, """
                {"type":"/problems/invalid-request","status":422,"detail":"No.",
                 "errors":[{"pointer":"/actions/0/url","detail":"must be an https address or a path of the site"}]}""");
        var page = post("/console/campaigns", Map.of("key", "k", "name", "Letters", "actions-1-url", "ftp://x"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "href=\"#actions-1-url\"",
                        "id=\"actions-1-url-wrong\"",
                        "value=\"ftp://x\"",
                        ">Letters</textarea>")
                .contains("name=\"key\" value=\"k\"");
        API.says("POST /api/v1/campaigns", 503, problem("unavailable", "Away."));
        assertThat(post("/console/campaigns", Map.of("key", "k", "name", "Letters"))
                        .body())
                .contains("Nothing was kept yet", ">Letters</textarea>");
    }

    @Test
    void a_campaign_is_changed_as_it_was_read() {
        var kept = Map.of("etag", "\"1\"", "name", "Mine", "body", "One.");
        API.says("PUT /api/v1/campaigns/k1", 200, CAMPAIGN);
        assertThat(post("/console/campaigns/k1", kept).statusCode()).isEqualTo(303);
        assertThat(sent("PUT").ifMatch()).isEqualTo("\"1\"");
        API.says("PUT /api/v1/campaigns/k1", 412, "{\"type\":\"/problems/stale-revision\",\"status\":412}");
        assertThat(post("/console/campaigns/k1", kept).body())
                .contains("Somebody else was faster", ">Mine</textarea>", "What is written now")
                .contains("href=\"#name\">Name</a></dt><dd>Letters &lt;3</dd>", "Write mine over it");
    }

    @Test
    void a_campaign_is_shown_and_taken_off_and_previewed() {
        API.says("POST /api/v1/campaigns/k1/publication", 200, CAMPAIGN);
        API.says("DELETE /api/v1/campaigns/k1/publication", 422, problem("image-missing", "Gone."));
        assertThat(get("/console/campaigns/k1").body())
                .contains(
                        "action=\"/console/campaigns/k1/publication\"",
                        ">Letters &lt;3</textarea>",
                        "value=\"2027-03-01\"")
                .doesNotContain("/console/campaigns/k1/withdrawal");
        assertThat(post("/console/campaigns/k1/publication", Map.of("etag", "\"7\""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(sent("POST").ifMatch()).isEqualTo("\"7\"");
        assertThat(post("/console/campaigns/k1/withdrawal", Map.of("etag", "\"7\""))
                        .body())
                .contains("A picture it shows is not there any more", ">Letters &lt;3</textarea>");
        var proof = post("/console/campaigns/proof", Map.of("name", "Letters", "slogan", "Write", "body", "One."));
        assertThat(proof.body()).contains("Letters", "Write", "<p>One <em>rendered</em>.</p>");
    }

    private static void as(String name, String role) {
        API.says(
                "GET /api/v1/session",
                200,
                "{\"signedIn\":true,\"name\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role));
    }

    private static void story(String status, String stage, String owner) {
        API.says("GET /api/v1/stories/s1/draft", 200, STORY.formatted(status, stage, owner));
    }

    private static String problem(String type, String detail) {
        return "{\"type\":\"/problems/%s\",\"status\":422,\"detail\":\"%s\"}".formatted(type, detail);
    }

    private static String image(String more) {
        return """
                {"id":"i1","status":"PRESENT","uploadedBy":"ada","uploadedAt":"2026-11-20T10:00:00Z","alt":"A","credits":[],
                 "width":400,"height":300,"markdown":"![](image:i1)",
                 "sources":[{"url":"/api/v1/images/i1/x.png","width":400,"height":300,"mediaType":"image/png"}]%s}""".formatted(more);
    }

    private static StubApi.Seen sent(String method) {
        return API.seen.stream()
                .filter(seen -> seen.method().equals(method) && !seen.target().endsWith("/rendering"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).header("Authorization", "Bearer somebodys"));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Authorization", "Bearer somebodys")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> upload(String alt, String file) {
        var body = """
                --b\r
                Content-Disposition: form-data; name="alt"\r
                \r
                %s\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="mayors.png"\r
                Content-Type: image/png\r
                \r
                %s\r
                --b--\r
                """.formatted(alt, file);
        return send(request("/console/images")
                .header("Authorization", "Bearer somebodys")
                .header("Content-Type", "multipart/form-data; boundary=b")
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
