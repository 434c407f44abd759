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
    record Told(
            String id,
            String state,
            boolean dryRun,
            long read,
            long recorded,
            long changed,
            long unchanged,
            long rejected,
            String problem) {}

    /** Tells what would become of a list. */
    Told previewed(String list, String bearer) {
        return outcome(post("/api/v1/partnerships/imports?dryRun=true", "text/csv", list, bearer), bearer);
    }

    /** Sends a list and waits until the import has ended. */
    Told imported(String list, String bearer) {
        return outcome(post(list, bearer), bearer);
    }

    /** The same for a GeoNames dump. */
    Told importedCities(String query, String dump, String bearer) {
        return outcome(post("/api/v1/cities/imports" + query, "text/tab-separated-values", dump, bearer), bearer);
    }

    private Told outcome(ResponseSpec accepted, String bearer) {
        var location = accepted.expectStatus()
                .isAccepted()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation()
                .toString();
        return await().atMost(Duration.ofMinutes(5))
                .until(() -> told(location, bearer), now -> !now.state().equals("RUNNING"));
    }

    ResponseSpec post(String list, String bearer) {
        return post("/api/v1/partnerships/imports", "text/csv", list, bearer);
    }

    private ResponseSpec post(String uri, String type, String list, String bearer) {
        return http.post()
                .uri(uri)
                .contentType(MediaType.parseMediaType(type))
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
