package org.sistercities.city.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.city.CityServiceTest;
import org.springframework.http.MediaType;

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

    @Test
    void filters_can_be_combined() {
        http.get()
                .uri("/api/v1/cities?q=spring&country=US&lat=44.05&lon=-123.09&withinKm=50")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].region")
                .isEqualTo("Oregon")
                .jsonPath("$.items[0].highlights[0].end")
                .isEqualTo(6);
    }

    @Test
    void facets_count_all_that_match() {
        http.get()
                .uri("/api/v1/cities/facets?q=london&bbox=-10,49,2,60")
                .exchange()
                .expectBody()
                .jsonPath("$.countries[0].value")
                .isEqualTo("GB")
                .jsonPath("$.continents.length()")
                .isEqualTo(1);
    }

    @Test
    void geocoders_get_their_form() {
        http.get()
                .uri("/api/v1/geocode?q=koeln&limit=1&lang=local")
                .exchange()
                .expectHeader()
                .contentType("application/geo+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("FeatureCollection")
                .jsonPath("$.geocoding.query")
                .isEqualTo("koeln")
                .jsonPath("$.features[0].geometry.coordinates[1]")
                .isEqualTo(50.93333)
                .jsonPath("$.features[0].properties.geocoding.name")
                .isEqualTo("Köln")
                .jsonPath("$.features[0].properties.geocoding.country")
                .isEqualTo("Germany");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lat=91&lon=0",
                "lat=47",
                "withinKm=5",
                "lat=1&lon=1&withinKm=0",
                "bbox=1,2,3",
                "bbox=0,50,10,40",
                "bbox=a,b,c,d",
                "lat=abc&lon=1",
                "status=NO_SUCH"
            })
    void a_place_that_is_none_is_refused(String parameters) {
        http.get()
                .uri("/api/v1/cities?" + parameters)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(400, 422))
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
