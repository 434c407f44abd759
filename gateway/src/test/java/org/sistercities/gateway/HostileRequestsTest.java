package org.sistercities.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Bytes nobody sends by mistake. Each is refused, never by a 5xx, and nothing of it reaches a service. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "sistercities.limits.rates.sign-in.quota=1000"})
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileRequestsTest {
    private static final StubService SERVICE = new StubService();
    private static final StubIssuer ISSUER = new StubIssuer();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        for (var service : List.of("city", "content", "events"))
            properties.add("sistercities.services." + service, SERVICE::uri);
        properties.add("sistercities.sign-in.issuer", ISSUER::uri);
        properties.add("sistercities.sign-in.client-secret", () -> "secret");
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::uri);
    }

    @BeforeEach
    void nothing_seen_yet() {
        SERVICE.seen.clear();
    }

    @AfterEach
    void nothing_reaches_a_service() {
        assertThat(SERVICE.seen).isEmpty();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
        ISSUER.stop();
    }

    /** {@code |} stands for the end of a line. HTTP itself is broken: 400, and the connection is closed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/stories HTTP/1.1|Host: g|Content-Length: 5|Content-Length: 6||hello!",
                "POST /api/v1/stories HTTP/1.1|Host: g|Content-Length: 5, 6||hello!",
                "POST /api/v1/stories HTTP/1.1|Host: g|Content-Length: 60|Transfer-Encoding: chunked||0||GET /x HTTP/1.1||",
                "POST /api/v1/stories HTTP/1.1|Host: g|Content-Length: 5| Transfer-Encoding: chunked||0||",
                "POST /api/v1/stories HTTP/1.1|Host: g|Content-Length: -1||",
                "POST /api/v1/stories HTTP/1.1|Host: g|Content-Length: +5||hello",
                "POST /api/v1/stories HTTP/1.1|Host: g|Transfer-Encoding: chunked, identity||0||",
                "POST /api/v1/stories HTTP/1.1|Host: g|Transfer-Encoding: xchunked||0||",
                "POST /api/v1/stories HTTP/1.1|Host: g|Transfer-Encoding : chunked||0||",
                "POST /api/v1/stories HTTP/1.1|Host: g|Transfer-Encoding: chunked|Content-Length: 4||1|Z|Q",
                "POST /api/v1/stories HTTP/1.1|Host: g|Transfer-Encoding: chunked||zz|hello|0||",
                "GET /api/v1/stories HTTP/1.1|Host: g|Bad Name: x||",
                "GET  /api/v1/stories HTTP/1.1 x|Host: g||",
                "GET /api/v1/stories HTTP/9.9|Host: g||",
                "GET /api/v1/stories|Host: g||",
                "GET /api/v1/stories HTTP/1.1||",
                "GET /api/v1/stories HTTP/1.1|Host: g|Host: evil||",
                "GET /api/v1/stories HTTP/1.1|Host:||",
                "GET /api/v1/stories HTTP/1.1|Host: a b||",
                "GET /api/v1/stories HTTP/1.1|Host: evil@g/..||",
                "GET /api/v1/stories HTTP/1.1|Host: g:999999||",
                "GET service://content/api/v1/stories HTTP/1.1|Host: g||",
                "GET file:///api/v1/stories HTTP/1.1|Host: g||",
                "GET api/v1/stories HTTP/1.1|Host: g||",
                "GET /api/v1/stories?tag=[x] HTTP/1.1|Host: g||",
                "GET /api/v1/[stories] HTTP/1.1|Host: g||",
                "GET * HTTP/1.1|Host: g|Accept: text/html||",
                "GET /api/v1/stories/\u00e9 HTTP/1.1|Host: g||",
                "GET /stories/\u00ff HTTP/1.1|Host: g|Accept: text/html||",
                "GET /api/v1/stories HTTP/1.1|Host: g|Connection: Upgrade|Upgrade: websocket|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|Sec-WebSocket-Version: 13||"
            })
    void broken_http_is_refused_and_the_connection_closed(String request) throws IOException {
        var answer = exchange(request.replace("|", "\r\n"));
        assertThat(answer)
                .satisfiesAnyOf(
                        text -> assertThat(text)
                                .matches("(?s)HTTP/\\d.\\d 400 .*")
                                .containsIgnoringCase("Content-Type: application/problem+json"),
                        text -> assertThat(text).startsWith("HTTP/1.1 501 "),
                        text -> assertThat(text).startsWith("HTTP/1.1 505 "),
                        text -> assertThat(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/stories/..;/events",
                "/api/v1/stories/%2e%2e/events",
                "/api/v1/stories/%2E%2E%2Fevents",
                "/api/v1/stories/../events",
                "/api/v1/stories/./x",
                "/api/v1/stories;a=b",
                "/api/v1/stories/%00",
                "/api/v1/stories/%0d%0aX:y",
                "/api/v1/stories/%5c..%5cevents",
                "/api/v1//stories",
                "//api/v1/stories",
                "/api/v1/stories/%25%32%65",
                "/actuator/gateway/routes",
                "/api/v1/stories%2f..%2f..%2factuator",
                "/API/V1/STORIES"
            })
    void a_path_that_may_mean_another_is_refused(String path) throws IOException {
        assertProblem(exchange("GET " + path + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void more_media_types_than_anybody_wants_are_refused() throws IOException {
        assertProblem(exchange("GET /nothing HTTP/1.1\r\nHost: g\r\nConnection: close\r\nAccept: " + "a/b,".repeat(60)
                + "a/b\r\n\r\n"));
    }

    @Test
    void a_form_nobody_can_read_is_refused() throws IOException {
        assertProblem(
                exchange(
                        "POST /logout/connect/back-channel/sister-cities HTTP/1.1\r\nHost: g\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 16\r\n\r\nlogout_token=%zz"));
    }

    @Test
    void headers_without_end_are_refused() throws IOException {
        assertThat(exchange("GET /api/v1/stories HTTP/1.1\r\nHost: g\r\nX: " + "a".repeat(100_000) + "\r\n\r\n"))
                .matches("(?s)(HTTP/1.1 4(13|31|00) .*)?");
        assertThat(exchange("GET /api/v1/stories HTTP/1.1\r\nHost: g\r\n" + "X: y\r\n".repeat(20_000) + "\r\n"))
                .matches("(?s)(HTTP/1.1 4(13|31|00) .*)?");
        assertThat(exchange("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: g\r\n\r\n"))
                .matches("(?s)(HTTP/1.1 4(13|14|31|00) .*)?");
    }

    @Test
    void tokens_that_are_none_of_ours_get_no_further_than_the_gateway() throws IOException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER.uri())
                .subject("eve")
                .audience(TestIssuer.AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("roles", List.of("administrator"))
                .build();
        for (var token : List.of(
                new PlainJWT(claims).serialize(),
                TestIssuer.signed(claims, TestIssuer.newKey()),
                ISSUER.token(Map.of("aud", "another-site")),
                ISSUER.token(Map.of("iss", "https://elsewhere.example")),
                ISSUER.token(Map.of("exp", Instant.now().minusSeconds(3600).getEpochSecond())),
                ISSUER.token(Map.of("nbf", Instant.now().plusSeconds(3600).getEpochSecond())),
                "nonsense",
                "a.b.c")) {
            var answer =
                    exchange("GET /api/v1/stories HTTP/1.1\r\nHost: g\r\nConnection: close\r\nAuthorization: Bearer "
                            + token + "\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 401 ")
                    .contains("application/problem+json")
                    .contains("WWW-Authenticate: Bearer");
        }
        assertThat(exchange("GET /api/v1/session HTTP/1.1\r\nHost: g\r\nConnection: close\r\nAuthorization: Bearer "
                        + ISSUER.token(Map.of()) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"name\":\"edith\"");
    }

    @Test
    void methods_of_other_protocols_are_refused() throws IOException {
        for (var method : List.of("TRACE", "CONNECT", "PROPFIND", "HACK"))
            assertProblem(exchange(method + " /api/v1/stories HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void answers_of_the_gateway_tell_browsers_what_they_may_do_and_nobody_what_runs_here() throws IOException {
        var answer = exchange(
                "GET /nothing HTTP/1.1\r\nHost: g\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'")
                .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: ", "Cache-Control: no-store")
                .doesNotContainIgnoringCase("Access-Control-Allow")
                .doesNotContainIgnoringCase("Server:")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("Strict-Transport-Security"); // not under https
    }

    private static void assertProblem(String answer) {
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("application/problem+json");
    }

    /** Writes and reads until the other side closes, or is silent for a while. */
    private String exchange(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var answer = new java.io.ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                socket.getInputStream().transferTo(answer);
            } catch (IOException closed) {
                // reset, or silent: what came until then is the answer
            }
            return answer.toString(ISO_8859_1);
        }
    }
}
