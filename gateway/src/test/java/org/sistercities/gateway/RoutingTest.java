package org.sistercities.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.gateway.StubService.Seen;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests to healthy services, with the shipped configuration. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutingTest {
    private static final StubService CITY = new StubService();
    private static final StubService CONTENT = new StubService();
    private static final StubService EVENTS = new StubService();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private Client client;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("sistercities.services.city", CITY::uri);
        properties.add("sistercities.services.content", CONTENT::uri);
        properties.add("sistercities.services.events", EVENTS::uri);
    }

    @BeforeEach
    void nothing_seen_yet() {
        client = new Client(port);
        for (var service : new StubService[] {CITY, CONTENT, EVENTS}) service.seen.clear();
    }

    @AfterAll
    static void stop() {
        for (var service : new StubService[] {CITY, CONTENT, EVENTS}) service.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cities, city",
        "/api/v1/cities/gn5809844, city",
        "/api/v1/partnerships/p1/signatures/c1, city",
        "/api/v1/partnerships/imports, city",
        "/api/v1/stories, content",
        "/api/v1/stories/lockport-and-asiago, content",
        "/api/v1/images/1/2.jpg, content",
        "/api/v1/campaigns, content",
        "/api/v1/front-page, content",
        "/api/v1/front-page/editions/1, content",
        "/api/v1/events/gala, events",
        "/api/v1/events/gala/registrations, events",
        "/api/v1/registrations/r1, events",
        "/api/v1/payments/stripe/notices, events"
    })
    void each_path_reaches_its_service(String path, String service) throws InterruptedException {
        client.get(path);

        assertThat(next(stub(service)).target()).isEqualTo(path);
    }

    @Test
    void method_path_query_headers_and_body_arrive_as_they_were_sent() throws InterruptedException {
        client.send(
                "/api/v1/cities/a%2Fb%20c?q=S%C3%A3o+Paulo&next=x%3D%3D",
                request -> request.header("Authorization", "Bearer abc.def.ghi")
                        .header("Idempotency-Key", "k-1")
                        .header("If-Match", "\"3\"")
                        .header("Accept-Language", "pt")
                        .method("PUT", BodyPublishers.ofString("{\"name\":\"São Paulo\"}")));

        var seen = next(CITY);
        assertThat(seen.method()).isEqualTo("PUT");
        assertThat(seen.target()).isEqualTo("/api/v1/cities/a%2Fb%20c?q=S%C3%A3o+Paulo&next=x%3D%3D");
        assertThat(seen.header("Authorization")).isEqualTo("Bearer abc.def.ghi");
        assertThat(seen.header("Idempotency-Key")).isEqualTo("k-1");
        assertThat(seen.header("If-Match")).isEqualTo("\"3\"");
        assertThat(seen.header("Accept-Language")).isEqualTo("pt");
        assertThat(seen.body()).asString().isEqualTo("{\"name\":\"São Paulo\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=a=b",
                "?q==",
                "?token=YWJj%3D&padded=YWJjZA==",
                "?q=k%C3%B6ln&next=a=b&x",
                "?q=a/b?c:d@e!$'()*,;",
                "?q=%2525%5B%5D",
                "?",
                "?&&"
            })
    void a_query_arrives_letter_by_letter(String query) throws InterruptedException, IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = "GET /api/v1/cities" + query + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            assertThat(next(CITY).target()).isEqualTo("/api/v1/cities" + query);
        }
    }

    @Test
    void status_headers_and_body_of_the_answer_arrive_as_they_were_given() {
        var answer = client.get("/api/v1/stories");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/stories/1");
        assertThat(answer.body()).isEqualTo("{\"served\":true}");
    }

    @Test
    void forged_forwarded_headers_never_reach_a_service() throws InterruptedException {
        client.send(
                "/api/v1/cities",
                request -> request.header("Forwarded", "for=9.9.9.9;host=evil.example")
                        .header("X-Forwarded-For", "9.9.9.9")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Port", "666")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Prefix", "/evil"));

        assertThat(next(CITY).headers().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("forwarded"));
    }

    @Test
    void the_trace_goes_on_in_the_service() throws InterruptedException {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        client.send("/api/v1/cities", request -> request.header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

        assertThat(next(CITY).header("traceparent"))
                .startsWith("00-" + trace + "-")
                .endsWith("-01")
                .doesNotContain("b7ad6b7169203331"); // the gateway's span stands between
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/", "/api/v1/citiesandmore", "/api/v2/cities", "/actuator/gateway/routes"})
    void an_unknown_path_is_a_404_problem(String path) {
        var answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404");
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health/readiness, 200",
        "/actuator/prometheus, 200",
        "/actuator/gateway/routes, 404",
        "/actuator/env, 404"
    })
    void management_answers_on_a_port_of_its_own(String path, int status) {
        assertThat(new Client(managementPort).get(path).statusCode()).isEqualTo(status);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
    }

    private static StubService stub(String name) {
        return switch (name) {
            case "city" -> CITY;
            case "content" -> CONTENT;
            default -> EVENTS;
        };
    }

    private static Seen next(StubService service) throws InterruptedException {
        var seen = service.seen.poll(30, TimeUnit.SECONDS);
        assertThat(seen).as("a request at the service").isNotNull();
        return seen;
    }
}
