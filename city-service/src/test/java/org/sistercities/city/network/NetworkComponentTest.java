package org.sistercities.city.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** An island of four cities nobody else's test joins: Dili – Suva – Apia – Nukualofa, and Moroni without a sister. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NetworkComponentTest extends CityServiceTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String DILI = "gn1645457";
    private static final String SUVA = "gn2198148";
    private static final String APIA = "gn4035413";
    private static final String NUKUALOFA = "gn4032402";
    private static final String MORONI = "gn921772";

    @BeforeEach
    void an_island_of_four() {
        http.post()
                .uri("/api/v1/partnerships/imports")
                .contentType(MediaType.parseMediaType("text/csv"))
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .bodyValue("cityAId,cityBId\n1645457,2198148\n2198148,4035413\n4035413,4032402\n")
                .exchange()
                .expectStatus()
                .isAccepted();
        await().atMost(A_MINUTE)
                .untilAsserted(
                        () -> chain(DILI, NUKUALOFA).jsonPath("$.connected").isEqualTo(true));
    }

    @Test
    void a_chain_names_the_cities_and_the_partnerships_between_them() {
        chain(DILI, NUKUALOFA)
                .jsonPath("$.degrees")
                .isEqualTo(3)
                .jsonPath("$.cities[*].id")
                .isEqualTo(List.of(DILI, SUVA, APIA, NUKUALOFA))
                .jsonPath("$.cities[0].name")
                .isEqualTo("Dili")
                .jsonPath("$.links.length()")
                .isEqualTo(3)
                .jsonPath("$.links[0].partnerships[0].kind")
                .isEqualTo("SISTER")
                .jsonPath("$.links[2].to")
                .isEqualTo(NUKUALOFA);
    }

    @Test
    void cities_without_a_chain_are_not_connected_and_a_city_is_with_itself() {
        chain(DILI, MORONI)
                .jsonPath("$.connected")
                .isEqualTo(false)
                .jsonPath("$.degrees")
                .doesNotExist()
                .jsonPath("$.cities")
                .isEmpty();
        chain(MORONI, MORONI)
                .jsonPath("$.degrees")
                .isEqualTo(0)
                .jsonPath("$.links")
                .isEmpty();
    }

    @Test
    void an_unknown_city_is_a_problem() {
        http.get()
                .uri("/api/v1/network/chain?from=gn0&to=" + DILI)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/no-such-aggregate");
    }

    @Test
    void a_component_is_listed_from_near_to_far() {
        get("/api/v1/network/cities/" + DILI + "/component?limit=3")
                .jsonPath("$.items[*].city.id")
                .isEqualTo(List.of(DILI, SUVA, APIA))
                .jsonPath("$.items[*].degrees")
                .isEqualTo(List.of(0, 1, 2))
                .jsonPath("$.next")
                .isEqualTo("3");
        get("/api/v1/network/cities/" + MORONI + "/component")
                .jsonPath("$.items[*].city.id")
                .isEqualTo(List.of(MORONI));
    }

    @Test
    void a_survey_is_fresh_within_a_minute() {
        await().atMost(A_MINUTE)
                .untilAsserted(() -> get("/api/v1/network/cities/" + SUVA)
                        .jsonPath("$.sisters")
                        .isEqualTo(2)
                        .jsonPath("$.componentSize")
                        .isEqualTo(4)
                        .jsonPath("$.rank")
                        .isNumber());
        get("/api/v1/network")
                .jsonPath("$.cities")
                .value(Integer.class, cities -> assertThat(cities).isGreaterThanOrEqualTo(4))
                .jsonPath("$.diameter")
                .value(Integer.class, diameter -> assertThat(diameter).isGreaterThanOrEqualTo(3))
                .jsonPath("$.asOf")
                .exists();
        get("/api/v1/network/cities?limit=1").jsonPath("$.items[0].rank").isEqualTo(1);
    }

    @Test
    void a_partnership_that_is_only_proposed_joins_nobody() {
        http.post()
                .uri("/api/v1/partnerships")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .bodyValue(Map.of("kind", "PROJECT", "cities", List.of(DILI, MORONI)))
                .exchange()
                .expectStatus()
                .isCreated();
        await().during(Duration.ofSeconds(2))
                .atMost(A_MINUTE)
                .untilAsserted(() -> chain(DILI, MORONI).jsonPath("$.connected").isEqualTo(false));
    }

    private BodyContentSpec chain(String from, String to) {
        return get("/api/v1/network/chain?from=" + from + "&to=" + to);
    }

    private BodyContentSpec get(String uri) {
        return http.get().uri(uri).exchange().expectStatus().isOk().expectBody();
    }
}
