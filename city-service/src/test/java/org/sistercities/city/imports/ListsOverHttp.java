package org.sistercities.city.imports;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Sends lists of partnerships to the service under test. */
record ListsOverHttp(WebTestClient http) {

    /** An import as the API tells it. */
    record Told(String id, String state, long read, long recorded, long unchanged, long rejected, String problem) {}

    /** Sends a list and waits until the import has ended. */
    Told imported(String list, String bearer) {
        var location = post(list, bearer)
                .expectStatus()
                .isAccepted()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation()
                .toString();
        return await().atMost(Duration.ofMinutes(5))
                .until(() -> told(location, bearer), now -> !now.state().equals("RUNNING"));
    }

    ResponseSpec post(String list, String bearer) {
        return http.post()
                .uri("/api/v1/partnerships/imports")
                .contentType(MediaType.parseMediaType("text/csv"))
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .bodyValue(list)
                .exchange();
    }

    private Told told(String location, String bearer) {
        return http.get()
                .uri(location)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Told.class)
                .returnResult()
                .getResponseBody();
    }
}
