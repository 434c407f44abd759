package org.sistercities.city.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportComponentTest extends CityServiceTest {
    @Test
    void what_is_good_is_recorded_and_what_is_not_is_told_line_by_line() {
        var told = imported("""
                \uFEFFcityAId,cityAName,cityACountry,cityBId,cityBName,sinceYear,remark
                5809844,Seattle,US,3161732,Bergen,1967,real
                3161732,Bergen,NO,5809844,Seattle,1967,the same the other way round
                5809844,Seattle,US,1859171,"Kobe",1957,quoted

                5809844,Seattle,US,99999999,Nowhere,,unknown city
                5809844,Seattle,US,5809844,Seattle,,same city
                5809844,Seattle,US,1859171,Kobe,soon,bad year
                5809844,Seattle,US,1859171,Kobe,3000,year to come
                5809844,Seattle,US,1859171,Kobe
                5809844,Seattle,US,1859171,"Kobe,1957,quote never closed
                5809844,Seattle,US,1859171,Tokyo,1957,wrong name
                5809844,Seattle,CA,1859171,Kobe,1957,wrong country
                ,Seattle,US,1859171,Kobe,1957,no id
                gn2886242,koeln,DE,2964180,Gaillimh,,any id form and any spelling
                5809844,Seattle,US,5746545,Portland,,a domestic pair
                """);

        assertThat(told.state()).isEqualTo("DONE");
        assertThat(told.read()).isEqualTo(14);
        assertThat(told.recorded() + told.unchanged()).isEqualTo(5);
        assertThat(told.rejected()).isEqualTo(9);
        http.get()
                .uri("/api/v1/partnerships/imports/{id}/rejections?limit=3", told.id())
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].line")
                .isEqualTo(List.of(6, 7, 8))
                .jsonPath("$.items[0].reason")
                .isEqualTo("there is no city 99999999")
                .jsonPath("$.items[0].text")
                .isEqualTo("5809844,Seattle,US,99999999,Nowhere,,unknown city")
                .jsonPath("$.next")
                .isEqualTo("8");
        http.get()
                .uri("/api/v1/partnerships/imports/{id}/rejections?limit=10&cursor=8", told.id())
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].line")
                .isEqualTo(List.of(9, 10, 11, 12, 13, 14))
                .jsonPath("$.next")
                .doesNotExist();
        http.get()
                .uri("/api/v1/cities/" + SEATTLE)
                .exchange()
                .expectBody()
                .jsonPath("$.sisters[?(@.name == 'Bergen')].since")
                .isEqualTo("1967");
    }

    @Test
    void repeated_it_records_nothing_twice() {
        var list = "cityAId,cityBId\n2643743,2988507\n2643743,2950159\n2950159,2643743\n";

        var first = imported(list);
        var second = imported(list);

        assertThat(first.recorded()).isEqualTo(2);
        assertThat(first.unchanged()).isEqualTo(1);
        assertThat(second.recorded()).isZero();
        assertThat(second.unchanged()).isEqualTo(3);
    }

    @Test
    void a_dry_run_tells_what_would_become_of_a_list_and_records_nothing() {
        var list = "cityAId,cityBId\n2643743,3117735\n3117735,2643743\n2643743,99999999\n";
        var lists = new ListsOverHttp(http);

        var preview = lists.previewed(list, ADMINISTRATOR);
        var real = lists.imported(list, ADMINISTRATOR);
        var after = lists.previewed(list, ADMINISTRATOR);

        assertThat(preview.dryRun()).isTrue();
        assertThat(preview.recorded()).isEqualTo(1);
        assertThat(preview.rejected()).isEqualTo(1);
        assertThat(real.recorded()).isEqualTo(1);
        assertThat(after.recorded()).isZero();
        assertThat(after.unchanged()).isEqualTo(2);
    }

    @Test
    void a_list_does_not_overtake_cities_on_their_way() {
        http.post()
                .uri("/api/v1/partnerships")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .bodyValue(Map.of("kind", "SISTER", "cities", List.of("gn2673730", "gn658225")))
                .exchange()
                .expectStatus()
                .isCreated();

        var told = imported("cityAId,cityBId\n2673730,658225\n");

        assertThat(told.rejected()).isEqualTo(1);
        assertThat(told.recorded()).isZero();
    }

    @Test
    void a_list_without_a_header_fails_whole() {
        var told = imported("5809844,3161732\n");

        assertThat(told.state()).isEqualTo("FAILED");
        assertThat(told.problem()).contains("cityAId and cityBId");
    }

    @Test
    void no_list_at_all_is_refused() {
        post("", ADMINISTRATOR)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void a_list_that_is_too_large_or_from_somebody_else_is_refused() {
        post("cityAId,cityBId\n" + "5809844,3161732\n".repeat(1_200_000), ADMINISTRATOR)
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        post("cityAId,cityBId\n", TestIssuer.bearer("rita", Role.CITY_REPRESENTATIVE))
                .expectStatus()
                .isForbidden();
    }

    private ListsOverHttp.Told imported(String list) {
        return new ListsOverHttp(http).imported(list, ADMINISTRATOR);
    }

    private ResponseSpec post(String list, String bearer) {
        return new ListsOverHttp(http).post(list, bearer);
    }
}
