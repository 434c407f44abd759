package org.sistercities.city.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CityImportComponentTest extends CityServiceTest {
    private static final String SOLDEU = line(99000000, "Soldeu", "Сольдеу", "AD", "602");
    private static final String QUELLWASSER = line(99000001, "Neu Quellwasser", "", "DE", "1200");

    @Test
    void cities_of_a_dump_are_registered_revised_and_found_at_every_replica() {
        var lists = new ListsOverHttp(http);
        try (var replica = secondReplica()) {
            var there = client(replica.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            var preview = lists.importedCities("?dryRun=true", SOLDEU + QUELLWASSER, ADMINISTRATOR);
            var first = lists.importedCities("", SOLDEU + QUELLWASSER, ADMINISTRATOR);
            assertThat(preview.recorded()).isEqualTo(2);
            assertThat(first.recorded()).isEqualTo(2);
            for (var client : List.of(http, there)) eventually(client, "сольдеу", "Soldeu");

            var renamed = lists.importedCities(
                    "", SOLDEU + line(99000001, "Alt Quellwasser", "", "DE", "1200"), ADMINISTRATOR);
            assertThat(renamed.changed()).isEqualTo(1);
            assertThat(renamed.unchanged()).isEqualTo(1);
            for (var client : List.of(http, there)) {
                eventually(client, "alt quellwasser", "Alt Quellwasser");
                eventually(client, "neu quellwasser", "Alt Quellwasser"); // still found by its former name
            }
        }
    }

    @Test
    void lines_that_tell_no_city_are_rejected_one_by_one() {
        var told = new ListsOverHttp(http)
                .importedCities(
                        "",
                        "no dump at all\n"
                                + line(99000002, "Nowhere", "", "XXX", "5")
                                + line(99000003, "Nowhere", "", "DE", "many"),
                        ADMINISTRATOR);

        assertThat(told.rejected()).isEqualTo(3);
        http.get()
                .uri("/api/v1/cities/imports/{id}/rejections", told.id())
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].line")
                .isEqualTo(List.of(1, 2, 3))
                .jsonPath("$.items[0].reason")
                .isEqualTo("has 1 columns, a GeoNames dump has 19");
    }

    @Test
    void only_administrators_import_cities() {
        http.post()
                .uri("/api/v1/cities/imports")
                .contentType(MediaType.parseMediaType("text/tab-separated-values"))
                .header(HttpHeaders.AUTHORIZATION, TestIssuer.bearer("rita", Role.CITY_REPRESENTATIVE))
                .bodyValue(SOLDEU)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static WebTestClient client(int port) {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    private static void eventually(WebTestClient client, String typed, String name) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> client.get()
                        .uri("/api/v1/cities?limit=1&q=" + typed)
                        .exchange()
                        .expectBody()
                        .jsonPath("$.items[0].name")
                        .isEqualTo(name));
    }

    private static String line(long id, String name, String other, String country, String population) {
        return String.join(
                        "\t",
                        String.valueOf(id),
                        name,
                        name,
                        other,
                        "42.57",
                        "1.66",
                        "P",
                        "PPL",
                        country,
                        "",
                        "02",
                        "",
                        "",
                        "",
                        population,
                        "",
                        "1832",
                        "Europe/Andorra",
                        "2017-11-06")
                + "\n";
    }
}
