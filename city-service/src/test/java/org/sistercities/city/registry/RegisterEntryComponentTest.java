package org.sistercities.city.registry;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterEntryComponentTest extends CityServiceTest {
    /** Lausanne and its neighbour Renens; no other test changes them. */
    private static final String LAUSANNE = "gn2659994";

    private static final String RENENS = "gn2659070";

    @Test
    void a_city_renamed_and_merged_is_found_by_its_former_name_and_says_where_it_is_now() {
        put(
                        RENENS,
                        etag(RENENS),
                        Map.of(
                                "localName",
                                "Renens-Gare",
                                "population",
                                21_000,
                                "populationYear",
                                2024,
                                "wikidataId",
                                "Q69434",
                                "successor",
                                Map.of("cityId", LAUSANNE, "since", "2026-01")))
                .expectStatus()
                .isOk();

        http.get()
                .uri("/api/v1/cities/" + RENENS)
                .exchange()
                .expectBody()
                .jsonPath("$.otherNames[?(@ == 'Renens')]")
                .exists()
                .jsonPath("$.populationYear")
                .isEqualTo(2024)
                .jsonPath("$.wikidataId")
                .isEqualTo("Q69434");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            http.get()
                    .uri("/api/v1/cities/" + RENENS)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.successor.name")
                    .isEqualTo("Lausanne");
            http.get()
                    .uri("/api/v1/cities?q=renens&limit=1")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items[0].name")
                    .isEqualTo("Renens-Gare")
                    .jsonPath("$.items[0].successorId")
                    .isEqualTo(LAUSANNE);
        });
        refused(LAUSANNE, RENENS, "circular-succession");
    }

    @Test
    void nothing_becomes_part_of_itself_or_of_what_nobody_knows() {
        refused(LAUSANNE, LAUSANNE, "circular-succession");
        refused(LAUSANNE, "gn0", "unknown-successor");
        put(LAUSANNE, "\"999\"", Map.of("localName", "Lausanne")).expectStatus().isEqualTo(412);
        put(LAUSANNE, "", Map.of("localName", "Lausanne")).expectStatus().isEqualTo(428);
        put(LAUSANNE, etag(LAUSANNE), Map.of("localName", " ", "wikidataId", "lausanne"))
                .expectStatus()
                .isEqualTo(422);
    }

    private void refused(String id, String successorId, String problem) {
        put(id, etag(id), Map.of("localName", "Lausanne", "successor", Map.of("cityId", successorId)))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + problem);
    }

    private String etag(String id) {
        return http.get()
                .uri("/api/v1/cities/" + id + "/entry")
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
    }

    private ResponseSpec put(String id, String etag, Map<String, Object> entry) {
        return http.put()
                .uri("/api/v1/cities/" + id + "/entry")
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .headers(headers -> {
                    if (!etag.isEmpty()) headers.setIfMatch(etag);
                })
                .bodyValue(entry)
                .exchange();
    }
}
