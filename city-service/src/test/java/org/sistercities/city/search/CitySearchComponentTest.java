package org.sistercities.city.search;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
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
                .isEqualTo(5809844);
    }
}
