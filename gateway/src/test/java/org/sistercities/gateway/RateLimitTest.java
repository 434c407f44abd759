package org.sistercities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Quotas so small that a test can use them up, in windows so long that none of it comes back meanwhile. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "sistercities.site.key=between-the-two-of-us",
            "sistercities.limits.rates.read.quota=3",
            "sistercities.limits.rates.read.window=30m",
            "sistercities.limits.rates.registration.quota=2",
            "sistercities.limits.rates.registration.window=30m"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimitTest {
    private static final StubService SERVICE = new StubService();

    @LocalServerPort
    private int port;

    private Client client;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("sistercities.services.city", SERVICE::uri);
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
    void who_asks_too_often_is_told_when_to_come_back_and_the_service_hears_nothing() {
        assertThat(header(read(1), "RateLimit-Policy")).isEqualTo("\"read\";q=3;w=1800");
        assertThat(header(read(2), "RateLimit")).startsWith("\"read\";r=1;t=");
        read(3);
        SERVICE.seen.clear();

        var refused = read(4);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(refused, "RateLimit")).startsWith("\"read\";r=0;");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 600);
        assertThat(refused.body()).contains("\"/problems/too-many-requests\"", "\"retryAfter\":");
        assertThat(SERVICE.seen).isEmpty();

        assertThat(register().statusCode()).isEqualTo(201); // counted apart from reading
        assertThat(register().statusCode()).isEqualTo(201);
        assertThat(register().statusCode()).isEqualTo(429);
        var atTheDoor =
                client.send("/api/v1/events/gala/admissions", request -> request.POST(BodyPublishers.ofString("{}")));
        assertThat(header(atTheDoor, "RateLimit-Policy")).startsWith("\"staff\"");
    }

    @Test
    void what_the_site_asks_for_its_visitors_is_not_counted_and_its_key_reaches_no_service() throws Exception {
        SERVICE.seen.clear();
        for (int i = 0; i < 10; i++) {
            var answer = client.send("/api/v1/geocode", request -> request.header("Site-Key", "between-the-two-of-us"));
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
            assertThat(SERVICE.seen.take().header("Site-Key")).isNull();
        }
        var guessed = client.send(
                "/api/v1/events/gala/admissions",
                request -> request.header("Site-Key", "between-us").POST(BodyPublishers.ofString("{}")));
        assertThat(guessed.headers().firstValue("RateLimit")).isPresent();
    }

    /** Each time with other claims of where it comes from. */
    private HttpResponse<String> read(int n) {
        return client.send(
                "/api/v1/cities",
                request -> request.header("X-Forwarded-For", "198.51.100." + n)
                        .header("Forwarded", "for=198.51.100." + n)
                        .header("X-Real-IP", "198.51.100." + n));
    }

    private HttpResponse<String> register() {
        return client.send("/api/v1/events/gala/registrations", request -> request.POST(BodyPublishers.ofString("{}")));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
