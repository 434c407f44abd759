package org.sistercities.city.search;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.city.CityServiceTest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CitySearchComponentTest extends CityServiceTest {

    @Test
    void seattle_is_found_with_what_a_list_shows() {
        http.get()
                .uri("/api/v1/cities?q=seattle&limit=5")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(SEATTLE)
                .jsonPath("$.items[0].geonameId")
                .isEqualTo(5809844)
                .jsonPath("$.items[0].name")
                .isEqualTo("Seattle")
                .jsonPath("$.items[0].region")
                .isEqualTo("Washington")
                .jsonPath("$.items[0].countryCode")
                .isEqualTo("US")
                .jsonPath("$.items[0].latitude")
                .isEqualTo(47.60621)
                .jsonPath("$.items[0].longitude")
                .isEqualTo(-122.33207)
                .jsonPath("$.items[0].population")
                .isEqualTo(737015);
    }

    @Test
    void pages_follow_each_other_by_cursor() {
        http.get()
                .uri("/api/v1/cities?country=no&limit=2")
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(java.util.List.of("Oslo", "Bergen"))
                .jsonPath("$.next")
                .isEqualTo("2");
        http.get()
                .uri("/api/v1/cities?country=no&limit=1&cursor=1")
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(java.util.List.of("Bergen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101"})
    void a_limit_out_of_bounds_is_refused(String parameter) {
        http.get().uri("/api/v1/cities?" + parameter).exchange().expectStatus().isEqualTo(422);
    }

    @Test
    void a_cursor_nobody_gave_is_refused() {
        http.get()
                .uri("/api/v1/cities?cursor=-1")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unknown-cursor");
    }
}
