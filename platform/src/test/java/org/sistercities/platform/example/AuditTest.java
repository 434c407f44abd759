package org.sistercities.platform.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlatformTest
class AuditTest {
    private static final String TRAIL = "/api/v1/audit/example";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Autowired
    AggregateStore<Tally> tallies;

    @LocalServerPort
    int port;

    private final String id = UUID.randomUUID().toString();
    private final String who = "edith-" + id;
    private WebTestClient http;

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofMinutes(1))
                .build();
        tallies.create(id, Tally.open(id, 100, Instant.EPOCH));
    }

    @Test
    void each_write_of_staff_is_there_as_soon_as_it_is_answered_also_one_that_was_refused() {
        var began = Instant.now().minusMillis(1);
        replace("1", Role.EDITOR);
        replace("1", Role.EDITOR); // stale by now

        var entries = entries("?subject=" + who);
        assertThat(entries).extracting(entry -> entry.get("status")).containsExactly(412, 200);
        assertThat(entries.getFirst())
                .containsEntry("endpoint", "PUT /api/v1/tallies/{id}")
                .containsEntry("path", "/api/v1/tallies/" + id)
                .containsEntry("roles", List.of("editor"))
                .containsEntry("traceId", TRACE);
        assertThat(Instant.parse((String) entries.getFirst().get("at"))).isAfter(began);
        assertThat(entries("?subject=" + who + "&until=" + began)).isEmpty();
        assertThat(entries("?subject=" + who + "&from=" + began)).hasSize(2);
    }

    @Test
    void reading_and_the_writes_of_guests_and_members_are_not_noted() {
        var before = entries("?limit=1");
        http.get()
                .uri("/api/v1/tallies/" + id)
                .header("Authorization", TestIssuer.bearer(who, Role.EDITOR))
                .exchange();
        mark(null);
        mark(TestIssuer.bearer(who, Role.MEMBER));
        assertThat(entries("?subject=" + who)).isEmpty();
        assertThat(entries("?limit=1")).isEqualTo(before);

        mark(TestIssuer.bearer(who, Role.ADMINISTRATOR)); // the endpoint is everyone's, the caller is not everyone
        assertThat(entries("?subject=" + who)).hasSize(1);
    }

    @Test
    void it_is_read_page_by_page_by_administrators_only_and_nobody_changes_it() {
        for (int i = 0; i < 5; i++) replace("7", Role.EDITOR);
        var first = page("?limit=3&subject=" + who);
        var rest = page("?limit=3&subject=" + who + "&cursor=" + first.get("next"));
        assertThat(items(first)).hasSize(3);
        assertThat(items(rest)).hasSize(2).doesNotContainAnyElementsOf(items(first));
        assertThat(rest.get("next")).isNull();

        for (var role : Role.values())
            assertThat(status(HttpMethod.GET, role).value())
                    .as(role.claim())
                    .isEqualTo(role == Role.ADMINISTRATOR ? 200 : 403);
        for (var method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE))
            assertThat(status(method, Role.ADMINISTRATOR).value()).isEqualTo(405);
    }

    private void replace(String revision, Role role) {
        http.put()
                .uri("/api/v1/tallies/" + id + "?note=ignored")
                .header("Authorization", TestIssuer.bearer(who, role))
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("If-Match", '"' + revision + '"')
                .exchange()
                .expectBody();
    }

    private void mark(String authorization) {
        var request = http.post()
                .uri("/api/v1/tallies/" + id + "/marks?n=1")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (authorization != null) request.header("Authorization", authorization);
        request.contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private HttpStatusCode status(HttpMethod method, Role role) {
        return http.method(method)
                .uri(TRAIL)
                .header("Authorization", TestIssuer.bearer("ann", role))
                .exchange()
                .returnResult(Void.class)
                .getStatus();
    }

    private List<Map<String, Object>> entries(String query) {
        return items(page(query));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }

    private Map<String, Object> page(String query) {
        return http.get()
                .uri(TRAIL + query)
                .header("Authorization", TestIssuer.bearer("ann", Role.ADMINISTRATOR))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
    }
}
