package org.sistercities.platform.example;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlatformTest
class HttpTest {
    @Autowired
    AggregateStore<Tally> tallies;

    @Autowired
    Followers followers;

    @Autowired
    TallyController controller;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    private final String id = UUID.randomUUID().toString();
    private final String editor = TestIssuer.bearer("edith", Role.EDITOR);
    private WebTestClient http;

    @BeforeEach
    void connect() {
        http = client(port);
        tallies.create(id, Tally.open(id, 100, Instant.EPOCH));
    }

    @Test
    void a_rejection_is_a_problem_named_for_its_rule_with_its_facts() {
        add(95, "k1").expectStatus().isEqualTo(422); // the parameter's own bound
        for (int i = 0; i < 10; i++) add(10, "fill-" + i).expectStatus().isOk();
        add(1, "k2")
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/tally-full")
                .jsonPath("$.detail")
                .isEqualTo("Only 0 left.")
                .jsonPath("$.left")
                .isEqualTo(0);
    }

    @Test
    void a_problem_has_nothing_of_the_answer_that_was_begun() {
        var problem = http.get().uri("/api/v1/tallies/half-done").exchange();
        problem.expectStatus().isNotFound().expectHeader().doesNotExist("Location");
        problem.expectHeader().doesNotExist("ETag");
        problem.expectBody().jsonPath("$.type").isEqualTo("/problems/no-such-aggregate");
    }

    @Test
    void a_controller_is_told_when_whoever_asked_has_gone() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/tallies/abandoned HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            assertThat(controller.abandoned.await(300, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(controller.abandoned.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void every_violation_has_a_pointer() {
        post(Map.of("id", " ", "limit", 0, "marks", List.of(Map.of("name", "ok"), Map.of("name", ""))))
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-request")
                .jsonPath("$.errors.length()")
                .isEqualTo(3)
                .jsonPath("$.errors[?(@.pointer == '/id')]")
                .exists()
                .jsonPath("$.errors[?(@.pointer == '/limit')]")
                .exists()
                .jsonPath("$.errors[?(@.pointer == '/marks/1/name')]")
                .exists();
    }

    @Test
    void a_parameter_that_breaks_a_rule_is_named() {
        add(11, "k")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id":"a","limit":"many"}          | /limit         | form
            {"id":"a","limit":1,"colour":"red"} | /colour        | not a property
            {"id":"a","limit":1,"marks":[{"n":1}]} | /marks/0/n  | not a property
            {"id":"a",                         | ''             | well-formed
            """)
    void a_body_that_cannot_be_read_says_where(String body, String pointer, String reason) {
        http.post()
                .uri("/api/v1/tallies")
                .header("Authorization", editor)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unreadable-request")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer == null ? "" : pointer)
                .jsonPath("$.errors[0].detail")
                .value(String.class, text -> assertThat(text).contains(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tallies/x/marks?n=many, k, n, form",
        "/api/v1/tallies/x/marks?m=1, k, n, missing",
        "/api/v1/tallies/x/marks?n=1, , Idempotency-Key, missing"
    })
    void a_parameter_that_is_not_there_or_cannot_be_read_is_named(
            String path, @Nullable String key, String name, String reason) {
        http.post()
                .uri(path)
                .headers(headers -> {
                    if (key != null) headers.set("Idempotency-Key", key);
                })
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unreadable-request")
                .jsonPath("$.errors[0].parameter")
                .isEqualTo(name)
                .jsonPath("$.errors[0].detail")
                .value(String.class, text -> assertThat(text).contains(reason));
    }

    @Test
    void a_body_that_is_not_there_is_missed() {
        http.post()
                .uri("/api/v1/tallies")
                .header("Authorization", editor)
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unreadable-request")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("is missing");
    }

    @Test
    void keys_and_revisions_are_asked_for_and_checked() {
        http.post()
                .uri("/api/v1/tallies/{id}/marks?n=1", id)
                .exchange()
                .expectStatus()
                .isBadRequest();
        add(1, "caf\u00e9 \u2713").expectStatus().isBadRequest();
        add(1, "k").expectStatus().isOk();
        add(2, "k")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/idempotency-key-reused");
        replace(null).expectStatus().isEqualTo(428);
        replace("abc").expectStatus().isBadRequest();
        replace("\"1\"").expectStatus().isEqualTo(412);
        replace("\"2\"").expectStatus().isOk();
    }

    @Test
    void what_is_not_there_is_a_problem_too() {
        problem(HttpMethod.GET, "/api/v1/tallies/nobody", 404);
        problem(HttpMethod.GET, "/nothing/here", 404);
        problem(HttpMethod.DELETE, "/api/v1/tallies/" + id, 405);
    }

    @Test
    void a_fault_of_ours_tells_nothing_but_that() {
        http.get()
                .uri("/api/v1/tallies/broken")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("hunter2").doesNotContain("Exception"));
    }

    @Test
    void no_token_is_401_the_wrong_role_403_the_right_one_passes() {
        var body = Map.of("id", "x" + id, "limit", 3);
        http.post()
                .uri("/api/v1/tallies")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        http.post()
                .uri("/api/v1/tallies")
                .header("Authorization", TestIssuer.bearer("ada", Role.ADMINISTRATOR))
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        post(body).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
    }

    @Test
    void tokens_of_others_are_no_tokens() {
        refused(TestIssuer.bearer("eve", claims -> claims.issuer("https://elsewhere.example"), Role.EDITOR));
        refused(TestIssuer.bearer("eve", claims -> claims.audience("another-site"), Role.EDITOR));
        refused(TestIssuer.bearer("eve", claims -> claims.expirationTime(new Date(0)), Role.EDITOR));
        var forged = new JWTClaimsSet.Builder()
                .issuer(TestIssuer.uri())
                .audience(TestIssuer.AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("roles", List.of("editor"))
                .build();
        refused("Bearer " + TestIssuer.signed(forged, TestIssuer.newKey()));
        refused("Bearer " + new com.nimbusds.jwt.PlainJWT(forged).serialize());
        refused("Bearer nonsense");
    }

    @Test
    void the_caller_is_who_the_token_says() {
        assertThat(whoAmI(null)).containsEntry("name", "anonymous").containsEntry("roles", "[]");
        var token =
                TestIssuer.bearer("rosa", claims -> claims.claim("cities", List.of("gn1")), Role.CITY_REPRESENTATIVE);
        assertThat(whoAmI(token))
                .containsEntry("name", "rosa")
                .containsEntry("roles", "[CITY_REPRESENTATIVE]")
                .containsEntry("city", "true");
    }

    @Test
    void handlers_run_on_virtual_threads() {
        assertThat(whoAmI(null)).containsEntry("thread", "true");
    }

    @Test
    void one_trace_reaches_from_the_request_to_the_listener() {
        var trace = UUID.randomUUID().toString().replace("-", "");
        http.post()
                .uri("/api/v1/tallies/{id}/marks?n=1", id)
                .header("Idempotency-Key", "k")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .exchange()
                .expectStatus()
                .isOk();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(followers.traces).anyMatch(seen -> seen.contains(trace)));
    }

    @Test
    void health_and_metrics_are_on_a_port_of_their_own() {
        var management = client(managementPort);
        management
                .get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk();
        management
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
        management
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(text -> assertThat(text)
                        .contains("outbox_pending", "outbox_oldest_age_seconds", "outbox_publish_failures_total"));
        management.get().uri("/actuator/env").exchange().expectStatus().isNotFound();
        http.get().uri("/actuator/health").exchange().expectStatus().isNotFound();
    }

    private WebTestClient.ResponseSpec add(int n, String key) {
        return http.post()
                .uri("/api/v1/tallies/{id}/marks?n={n}", id, n)
                .header("Idempotency-Key", key)
                .exchange();
    }

    private WebTestClient.ResponseSpec post(Object body) {
        return http.post()
                .uri("/api/v1/tallies")
                .header("Authorization", editor)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec replace(String ifMatch) {
        return http.put()
                .uri("/api/v1/tallies/{id}", id)
                .header("Authorization", editor)
                .headers(headers -> {
                    if (ifMatch != null) headers.set("If-Match", ifMatch);
                })
                .exchange();
    }

    private void refused(String token) {
        http.post()
                .uri("/api/v1/tallies")
                .header("Authorization", token)
                .bodyValue(Map.of("id", "never" + id, "limit", 1))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private void problem(HttpMethod method, String path, int status) {
        http.method(method)
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status);
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> whoAmI(String token) {
        return http.get()
                .uri("/api/v1/tallies/whoami")
                .headers(headers -> {
                    if (token != null) headers.set("Authorization", token);
                })
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private static WebTestClient client(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofMinutes(1))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
                .build();
    }
}
