package org.sistercities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.backing.FreePort;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two gateways, one Redis, and a browser that a balancer sends now to the one and now to the other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedSessionsTest {
    private static RedisServer redis;
    private static StubService service;
    private static StubIssuer issuer;
    private static Replica one;
    private static Replica other;

    private final Browser atOne = new Browser(one.client());
    private final Browser atOther = new Browser(other.client());

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        service = new StubService();
        issuer = new StubIssuer();
        int port = FreePort.any();
        var settings = new HashMap<>(Map.of(
                "sistercities.sessions.store",
                "redis",
                "spring.data.redis.timeout",
                "5s",
                "spring.data.redis.port",
                Integer.toString(redis.port),
                "sistercities.services.content",
                service.uri(),
                "sistercities.sign-in.issuer",
                issuer.uri(),
                "sistercities.sign-in.client-secret",
                "known-to-two",
                "sistercities.sign-in.public-url",
                "http://localhost:" + port,
                "sistercities.limits.rates.sign-in.quota",
                "1000"));
        one = Replica.start(port, settings);
        other = Replica.start(FreePort.any(), settings);
    }

    @AfterAll
    static void stop() throws Exception {
        for (var server : new AutoCloseable[] {one, other, redis}) if (server != null) server.close();
        if (issuer != null) issuer.stop();
        if (service != null) service.stop();
    }

    @BeforeEach
    void nothing_seen_yet() {
        service.seen.clear();
        issuer.seconds = 600;
    }

    @Test
    void who_signs_in_at_one_is_known_at_the_other_and_who_signs_out_there_is_unknown_at_the_first() throws Exception {
        signIn();
        var who = who(atOther);
        assertThat(who.path("name").asString()).isEqualTo("edith");
        assertThat(who.path("roles").path(0).asString()).isEqualTo("editor");
        var csrf = who.path("csrf").asString();
        assertThat(csrf).isNotBlank().isEqualTo(who(atOne).path("csrf").asString());
        assertThat(atOther.send(
                                "/api/v1/stories",
                                request -> request.header("X-CSRF-Token", csrf).POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(service.seen.poll(30, TimeUnit.SECONDS).header("Authorization"))
                .startsWith("Bearer ey");

        var stolen = atOther.cookie;
        var out = atOther.send(
                "/sign-out", request -> request.header("X-CSRF-Token", csrf).POST(BodyPublishers.noBody()));

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(StubIssuer.location(out).toString()).startsWith(issuer.uri() + "/logout?id_token_hint=ey");
        assertOver(atOne);
        atOther.cookie = stolen;
        assertOver(atOther);
    }

    @Test
    void a_session_the_issuer_ends_is_over_at_both_and_others_are_not() {
        var another = new Browser(one.client());
        another.signIn("/");
        signIn();

        assertThat(tell(other, issuer.logoutToken(Map.of("sid", issuer.session)))
                        .statusCode())
                .isEqualTo(200);

        assertOver(atOne);
        assertOver(atOther);
        assertThat(who(another).path("signedIn").asBoolean()).isTrue();
    }

    @Test
    void a_person_the_issuer_signs_out_has_no_session_anywhere() {
        var another = new Browser(one.client());
        another.signIn("/");
        signIn();

        assertThat(tell(one, issuer.logoutToken(Map.of())).statusCode()).isEqualTo(200);

        assertOver(atOther);
        assertOver(another);
    }

    @Test
    void a_request_under_way_while_its_session_is_ended_elsewhere_is_answered() throws Exception {
        signIn();
        var csrf = who(atOther).path("csrf").asString();
        var underWay = one.client()
                .start(
                        "/api/v1/stories/after-1500-ms",
                        request -> request.header("Cookie", Browser.COOKIE + "=" + atOne.cookie));
        assertThat(service.seen.poll(30, TimeUnit.SECONDS)).isNotNull();

        atOther.send(
                "/sign-out", request -> request.header("X-CSRF-Token", csrf).POST(BodyPublishers.noBody()));

        assertThat(underWay.join().statusCode()).isEqualTo(201);
        assertOver(atOne);
    }

    @Test
    void a_token_about_to_run_out_is_renewed_once_for_requests_to_both() {
        issuer.seconds = 20; // less than the minute before its end at which a token counts as old
        signIn();
        issuer.seconds = 600;
        var before = issuer.refreshed.get();

        var answers = IntStream.range(0, 20)
                .mapToObj(n -> (n % 2 == 0 ? one : other)
                        .client()
                        .start(
                                "/api/v1/stories",
                                request -> request.header("Cookie", Browser.COOKIE + "=" + atOne.cookie)))
                .toList();

        assertThat(answers).extracting(answer -> answer.join().body()).containsOnly("{\"served\":true}");
        assertThat(issuer.refreshed.get()).isEqualTo(before + 1);
    }

    @Test
    void the_secret_of_the_gateway_is_not_kept_and_what_is_kept_ends() {
        signIn();
        var template = one.bean(ReactiveStringRedisTemplate.class);
        var key = "sistercities:session:sessions:" + atOne.cookie;

        var kept = template.opsForHash().entries(key).collectList().block();

        assertThat(kept).isNotEmpty();
        assertThat(kept.toString()).doesNotContain("known-to-two").contains("edith");
        assertThat(template.getExpire(key).block()).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(30));
        assertThat(template.scan(org.springframework.data.redis.core.ScanOptions.NONE)
                        .flatMap(template::getExpire)
                        .collectList()
                        .block())
                .allMatch(Duration::isPositive);
    }

    @Test
    void a_session_nobody_can_read_is_over() {
        signIn();
        var template = one.bean(ReactiveStringRedisTemplate.class);
        var key = "sistercities:session:sessions:" + atOne.cookie;

        template.opsForHash()
                .put(key, "sessionAttr:SPRING_SECURITY_CONTEXT", "{\"@class\":\"javax.script.ScriptEngineManager\"}")
                .block();
        assertOver(atOne);

        var leftBehind = "sistercities:session:sessions:left-behind";
        template.opsForHash().put(leftBehind, "lastAccessedTime", "1").block();
        atOne.cookie = "left-behind";
        assertOver(atOne);
    }

    @Test
    void while_redis_is_away_nobody_is_known_everybody_may_read_and_nobody_waits() {
        signIn();
        redis.hang();
        try {
            assertAway();
        } finally {
            redis.goOn();
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> atOne.get("/api/v1/session").statusCode() == 200);
        redis.kill();
        try {
            assertAway();
        } finally {
            redis.restart();
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> atOther.get("/api/v1/session").statusCode() == 401);
        atOther.cookie = null;
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            atOne.cookie = null;
            atOne.signIn("/");
            return who(atOne).path("signedIn").asBoolean();
        });
    }

    private void assertAway() {
        for (var browser : new Browser[] {atOne, atOther}) {
            var refused = browser.get("/api/v1/stories");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("/problems/no-sign-in");
        }
        assertThat(service.seen).isEmpty();
        assertThat(one.client().get("/api/v1/stories").statusCode()).isEqualTo(201);
        service.seen.clear();
    }

    private void signIn() {
        atOne.signIn("/");
        atOther.cookie = atOne.cookie;
    }

    private static void assertOver(Browser browser) {
        service.seen.clear();
        var answer = browser.get("/api/v1/stories");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("/problems/session-over");
        assertThat(service.seen).isEmpty();
    }

    private static JsonNode who(Browser browser) {
        return new JsonMapper().readTree(browser.get("/api/v1/session").body());
    }

    private static HttpResponse<String> tell(Replica replica, String token) {
        return replica.client()
                .send(
                        "/logout/connect/back-channel/sister-cities",
                        request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("logout_token=" + token)));
    }
}
