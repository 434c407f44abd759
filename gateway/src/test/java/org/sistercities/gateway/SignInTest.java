package org.sistercities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.backing.FreePort;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person with a browser, from signing in to signing out, and what others try with the session. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"management.server.port=0", "sistercities.limits.rates.sign-in.quota=1000"})
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInTest {
    private static final StubService SERVICE = new StubService();
    private static final StubIssuer ISSUER = new StubIssuer();
    private static final int PORT = FreePort.any();
    private static final String US = "http://localhost:" + PORT;

    private final Client client = new Client(PORT);
    private final Browser browser = new Browser(client);

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("sistercities.services.content", SERVICE::uri);
        properties.add("sistercities.services.web", SERVICE::uri);
        properties.add("sistercities.sign-in.issuer", ISSUER::uri);
        properties.add("sistercities.sign-in.client-secret", () -> "secret");
        properties.add("sistercities.sign-in.public-url", () -> US);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::uri);
    }

    @BeforeEach
    void nothing_seen_yet() {
        SERVICE.seen.clear();
        ISSUER.seconds = 600;
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
        ISSUER.stop();
    }

    @Test
    void signing_in_gives_a_session_whose_requests_reach_services_with_a_token_and_without_the_cookie()
            throws Exception {
        assertThat(who().path("signedIn").asBoolean()).isFalse();
        assertThat(browser.cookie).isNull(); // nobody gets a session for looking

        var home = browser.signIn("/stories");

        assertThat(StubIssuer.location(home)).hasToString("/stories");
        assertThat(home.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-session=")
                .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        var who = who();
        assertThat(who.path("name").asString()).isEqualTo("edith");
        assertThat(who.path("roles").path(0).asString()).isEqualTo("editor");

        assertThat(write(who.path("csrf").asString()).statusCode()).isEqualTo(201);
        var seen = SERVICE.seen.poll(30, TimeUnit.SECONDS);
        assertThat(seen.header("Authorization")).startsWith("Bearer ey");
        assertThat(seen.header("Cookie")).isNull();
    }

    @Test
    void a_write_needs_the_token_of_the_session_and_must_not_come_from_elsewhere() {
        browser.signIn("/");
        var csrf = who().path("csrf").asString();
        var before = SERVICE.seen.size();

        assertForged(browser.send("/api/v1/stories", request -> request.POST(BodyPublishers.ofString("{}"))));
        assertForged(write("guessed"));
        assertForged(write("guessed", "Authorization", "Basic YTpi"));
        assertForged(write("guessed", "Authorization", "Device d:s"));
        assertForged(write(csrf, "Origin", "https://evil.example"));
        assertForged(write(csrf, "Origin", "null"));
        assertForged(write(csrf, "Sec-Fetch-Site", "cross-site"));
        assertForged(write(csrf, "Sec-Fetch-Site", "same-site"));
        assertThat(SERVICE.seen).hasSize(before);

        assertThat(write(csrf, "Origin", US).statusCode()).isEqualTo(201);
        assertThat(browser.get("/api/v1/stories").statusCode()).isEqualTo(201); // reading needs none
    }

    @Test
    void a_form_of_the_site_is_sent_when_the_browser_says_that_it_comes_from_here() {
        browser.signIn("/");

        assertThat(form("Sec-Fetch-Site", "same-origin", "Origin", "null").statusCode())
                .isEqualTo(201);
        assertThat(form("Origin", US).statusCode()).isEqualTo(201);
        SERVICE.seen.clear();
        assertForged(form("Sec-Fetch-Site", "cross-site", "Origin", US));
        assertForged(form("Sec-Fetch-Site", "same-site", "Origin", "null"));
        assertForged(form("Sec-Fetch-Site", "none"));
        assertForged(form("Origin", "https://evil.example"));
        assertForged(form("Accept-Language", "en"));
        assertThat(SERVICE.seen).isEmpty();
    }

    private java.net.http.HttpResponse<String> form(String... headers) {
        return browser.send(
                "/registrations/r1/t",
                request -> request.header("Accept", "text/html")
                        .headers(headers)
                        .POST(BodyPublishers.ofString("name=Ada")));
    }

    @Test
    void after_signing_out_the_cookie_is_worth_nothing_and_the_issuer_is_told() {
        browser.signIn("/");
        var stolen = browser.cookie;
        var csrf = who().path("csrf").asString();

        var out = browser.send(
                "/sign-out",
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("csrf=" + csrf)));

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(StubIssuer.location(out).toString())
                .startsWith(ISSUER.uri() + "/logout?id_token_hint=ey")
                .contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost");
        browser.cookie = stolen;
        SERVICE.seen.clear();
        var replayed = browser.get("/api/v1/stories");
        assertThat(replayed.statusCode()).isEqualTo(401);
        assertThat(replayed.body()).contains("/problems/session-over");
        assertThat(replayed.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(SERVICE.seen).isEmpty();
    }

    @Test
    void who_asks_for_a_page_with_a_session_that_is_over_is_a_visitor_without_the_cookie() throws InterruptedException {
        var ended = signInAndEnd();
        SERVICE.seen.clear();

        var page = page("/console/stories", request -> {});
        assertVisitor(page);
        browser.cookie = ended;
        assertVisitor(page("/registrations/r1/t", request -> request.POST(BodyPublishers.ofString("name=Ada"))));

        browser.cookie = ended;
        assertThat(StubIssuer.location(browser.signIn("/console/stories"))).hasToString("/console/stories");
        assertThat(who().path("name").asString()).isEqualTo("edith");
    }

    @Test
    void who_asks_for_a_page_and_gets_no_more_tokens_is_a_visitor_and_a_program_is_told() throws InterruptedException {
        ISSUER.seconds = 20; // to be renewed at once
        browser.signIn("/");
        ISSUER.forgetRefreshTokens();
        SERVICE.seen.clear();
        assertVisitor(page("/console/stories", request -> {}));

        browser.signIn("/");
        ISSUER.forgetRefreshTokens();
        assertThat(browser.get("/api/v1/stories").body()).contains("/problems/session-over");
        assertThat(SERVICE.seen).isEmpty();
    }

    private String signInAndEnd() {
        browser.signIn("/");
        var cookie = browser.cookie;
        assertThat(signOut("Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(303);
        browser.cookie = cookie;
        return cookie;
    }

    private java.net.http.HttpResponse<String> page(
            String path, java.util.function.Consumer<java.net.http.HttpRequest.Builder> details) {
        return browser.send(path, request -> details.accept(request.header("Accept", "text/html")));
    }

    private static void assertVisitor(java.net.http.HttpResponse<String> answer) throws InterruptedException {
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-session=;")
                .contains("Max-Age=0");
        var seen = SERVICE.seen.poll(30, TimeUnit.SECONDS);
        assertThat(seen.header("Authorization")).isNull();
        assertThat(seen.header("Cookie")).isNull();
    }

    /** The site's pages know no token; a form there signs out, one elsewhere does not. */
    @Test
    void a_page_of_the_site_signs_out_without_a_token() {
        browser.signIn("/");
        assertForged(signOut("Sec-Fetch-Site", "cross-site"));
        assertForged(signOut("Accept-Language", "en"));
        assertThat(signOut("Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(303);
        assertThat(who().path("signedIn").asBoolean()).isFalse();
    }

    private java.net.http.HttpResponse<String> signOut(String... headers) {
        return browser.send(
                "/sign-out",
                request -> request.headers(headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("")));
    }

    @Test
    void of_all_cookies_services_see_the_language_only() throws InterruptedException {
        browser.send(
                "/cities",
                request -> request.header("Accept", "text/html")
                        .header("Cookie", "a=b; language=de; language=deutsch; theme=dark"));
        assertThat(SERVICE.seen.poll(30, TimeUnit.SECONDS).header("Cookie")).isEqualTo("language=de");
        browser.send("/cities", request -> request.header("Accept", "text/html").header("Cookie", "language=../../x"));
        assertThat(SERVICE.seen.poll(30, TimeUnit.SECONDS).header("Cookie")).isNull();
    }

    @Test
    void a_session_the_issuer_ends_is_over_here() {
        browser.signIn("/");

        assertThat(tell(ISSUER.logoutToken(java.util.Map.of("sid", "another"))).statusCode())
                .isEqualTo(200);
        assertThat(who().path("signedIn").asBoolean()).isTrue();
        assertThat(tell(ISSUER.logoutToken(java.util.Map.of("sid", ISSUER.session)))
                        .statusCode())
                .isEqualTo(200);

        assertThat(browser.get("/api/v1/stories").statusCode()).isEqualTo(401);
    }

    @Test
    void who_has_not_configured_redis_has_no_connection_to_it_and_no_health_of_it(
            @Autowired ApplicationContext gateway) {
        assertThat(gateway.getBeanNamesForType(ReactiveRedisConnectionFactory.class))
                .isEmpty();
        assertThat(gateway.getBeanNamesForType(io.lettuce.core.resource.ClientResources.class))
                .isEmpty();
        assertThat(gateway.containsBean("redisHealthContributor")).isFalse();
    }

    @Test
    void only_the_issuer_ends_sessions_and_only_by_a_token_for_that() {
        browser.signIn("/");
        var now = java.time.Instant.now().getEpochSecond();
        for (var token : java.util.List.of(
                ISSUER.token(java.util.Map.of("aud", "gateway", "sid", ISSUER.session)), // no logout token
                ISSUER.logoutToken(java.util.Map.of("sid", ISSUER.session, "aud", "another-client")),
                ISSUER.logoutToken(java.util.Map.of("sid", ISSUER.session, "iss", "https://elsewhere.example")),
                ISSUER.logoutToken(java.util.Map.of("sid", ISSUER.session, "exp", now - 3600)),
                new StubIssuer().logoutToken(java.util.Map.of("sid", ISSUER.session, "iss", ISSUER.uri())),
                "nonsense")) assertThat(tell(token).statusCode()).as(token).isEqualTo(400);

        assertThat(who().path("signedIn").asBoolean()).isTrue();
    }

    private java.net.http.HttpResponse<String> tell(String token) {
        return client.send(
                "/logout/connect/back-channel/sister-cities",
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("logout_token=" + token)));
    }

    @Test
    void the_session_gets_another_name_when_somebody_signs_in() {
        browser.get("/sign-in");
        var before = browser.cookie;
        browser.signIn("/");
        assertThat(browser.cookie).isNotEqualTo(before);
    }

    @Test
    void a_token_about_to_run_out_is_renewed_once_for_all_requests_that_need_it() {
        ISSUER.seconds = 20; // less than the minute before its end at which a token counts as old
        browser.signIn("/");
        ISSUER.seconds = 600;
        var before = ISSUER.refreshed.get();

        var answers = Stream.generate(() -> client.start(
                        "/api/v1/stories", request -> request.header("Cookie", Browser.COOKIE + "=" + browser.cookie)))
                .limit(20)
                .toList();

        assertThat(answers).extracting(answer -> answer.join().body()).containsOnly("{\"served\":true}");
        assertThat(ISSUER.refreshed.get()).isEqualTo(before + 1);
    }

    /** Reactor Netty 1.3.7 let a connection hang after about one in fifteen of these (reactor-netty#4361). */
    @RepeatedTest(60)
    void one_request_after_the_other_on_the_same_connection_is_answered() {
        browser.signIn("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/%5Cevil.example", "/%09/evil.example"})
    void nobody_is_sent_to_other_sites_after_signing_in(String to) {
        assertThat(StubIssuer.location(browser.signIn(to)).toString())
                .isIn("/", "/%5Cevil.example", "/%09/evil.example");
    }

    private JsonNode who() {
        var answer = browser.get("/api/v1/session");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return new JsonMapper().readTree(answer.body());
    }

    private java.net.http.HttpResponse<String> write(String csrf, String... more) {
        return browser.send("/api/v1/stories", request -> {
            request.header("X-CSRF-Token", csrf).POST(BodyPublishers.ofString("{}"));
            if (more.length > 0) request.headers(more);
        });
    }

    private static void assertForged(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/forged-request");
    }
}
