package org.sistercities.city.registry;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepresentedComponentTest extends CityServiceTest {

    @Test
    void representatives_are_told_their_cities_by_name_and_nobody_else_is() {
        represented(representativeOf(SEATTLE, BERGEN, "gn0"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].id")
                .isEqualTo(List.of(BERGEN, SEATTLE))
                .jsonPath("$.items[0].timeZone")
                .isEqualTo("Europe/Oslo");
        represented(ADMINISTRATOR).expectStatus().isForbidden();
    }

    private ResponseSpec represented(String bearer) {
        return http.get()
                .uri("/api/v1/cities/represented")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange();
    }
}
