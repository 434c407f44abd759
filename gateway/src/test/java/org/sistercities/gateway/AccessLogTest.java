package org.sistercities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the log and in the metrics after a request. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessLogTest {
    private static final StubService SERVICE = new StubService();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private Client client;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("sistercities.services.events", SERVICE::uri);
    }

    @BeforeEach
    void client() {
        client = new Client(port);
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @Test
    void a_line_says_what_was_asked_and_how_it_went_but_not_who_it_was(CapturedOutput output) {
        client.send(
                "/api/v1/registrations/Reg1stration/guests?email=mary%40example.org",
                request -> request.header("User-Agent", "Mozilla/7")
                        .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                        .header("Registration-Token", "s3cret")
                        .PUT(BodyPublishers.ofString("[{\"name\":\"Mary Kane\"}]")));

        var line = line(output, "registrations");
        assertThat(line.at("/http/request/method").asString()).isEqualTo("PUT");
        assertThat(line.at("/http/route").asString()).isEqualTo("registrations");
        assertThat(line.at("/url/path").asString()).isEqualTo("/api/v1/registrations/{}/guests");
        assertThat(line.at("/http/response/status_code").asInt()).isEqualTo(201);
        assertThat(line.at("/http/response/body/bytes").asInt()).isEqualTo("{\"served\":true}".length());
        assertThat(line.at("/event/duration").asLong()).isPositive();
        assertThat(line.at("/trace/id").asString()).isEqualTo(TRACE);
        assertThat(line.at("/client/kind").asString()).isEqualTo("anonymous");
        assertThat(line.toString())
                .doesNotContainIgnoringCase("mary")
                .doesNotContain("127.0.0.1", "Mozilla", "s3cret", "Reg1stration", "email");
    }

    @Test
    void refusals_of_the_gateway_have_a_line_too(CapturedOutput output) {
        client.send("/nothing/here", request -> request.header("Authorization", "Device x"));

        var line = line(output, "/nothing/here");
        assertThat(line.at("/http/response/status_code").asInt()).isEqualTo(404);
        assertThat(line.at("/http/response/body/bytes").asInt()).isPositive();
        assertThat(line.at("/http/route").asString()).isEqualTo("none");
        assertThat(line.at("/client/kind").asString()).isEqualTo("device");
    }

    @Test
    void each_route_has_its_metrics() {
        client.get("/api/v1/events");

        Awaitility.await()
                .untilAsserted(() -> assertThat(new Client(managementPort)
                                .get("/actuator/prometheus")
                                .body())
                        .containsPattern(
                                "spring_cloud_gateway_requests_seconds_count\\{[^}]*routeId=\"events-service\"")
                        .containsPattern("sistercities_cache_bytes"));
    }

    private static JsonNode line(CapturedOutput output, String about) {
        return Awaitility.await()
                .until(
                        () -> output.getOut()
                                .lines()
                                .filter(line -> line.contains("\"logger\":\"access\"") && line.contains(about))
                                .findFirst(),
                        found -> found.isPresent())
                .map(line -> new JsonMapper().readTree(line))
                .orElseThrow();
    }
}
