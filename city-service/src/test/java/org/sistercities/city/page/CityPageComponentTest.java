package org.sistercities.city.page;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CityPageComponentTest extends CityServiceTest {

    @Test
    void a_city_shows_what_is_known_of_it_and_is_not_sent_twice() {
        var etag = http.get()
                .uri("/api/v1/cities/gn2963370")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Killarney")
                .jsonPath("$.localName")
                .isEqualTo("Cill Airne")
                .jsonPath("$.country")
                .isEqualTo("Ireland")
                .jsonPath("$.timeZone")
                .isEqualTo("Europe/Dublin")
                .returnResult()
                .getResponseHeaders()
                .getETag();

        http.get()
                .uri("/api/v1/cities/gn2963370")
                .ifNoneMatch(etag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void an_unknown_city_is_a_problem() {
        http.get()
                .uri("/api/v1/cities/gn0")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/no-such-aggregate");
    }
}
