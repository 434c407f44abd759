package org.sistercities.city.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercities.city.CityServiceTest;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.PartialDate;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seattle and Kobe, over the antimeridian. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportComponentTest extends CityServiceTest {
    private static final String KOBE = "gn1859171";

    @Autowired
    AggregateStore<Partnership> partnerships;

    @Autowired
    Network network;

    @Autowired
    Parties parties;

    private String id;
    private WebTestClient large;

    @BeforeEach
    void seattle_and_kobe() {
        var born = Partnership.recorded(
                Kind.PROJECT, parties.of(List.of(SEATTLE, KOBE)), PartialDate.ofYear(1957), "ada", Instant.EPOCH);
        id = network.saw(partnerships.createOnce(born.state().id(), () -> born)).id();
        large = http.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 << 20))
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv | text/csv",
                "*/* | text/csv",
                "application/json;q=0.9, application/geo+json;q=0.8, */*;q=0.1 | application/geo+json",
                "application/ld+json, text/csv;q=0.5 | application/ld+json",
                "text/csv;q=0.5, application/ld+json | application/ld+json",
            })
    void the_client_says_what_it_takes(String accept, String type) {
        large.get()
                .uri("/api/v1/partnerships/export")
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(type)
                .expectBody()
                .consumeWith(answer -> assertThat(answer.getResponseBody()).isNotEmpty());
    }

    @Test
    void what_nobody_writes_is_not_acceptable() {
        http.get()
                .uri("/api/v1/partnerships/export")
                .accept(MediaType.APPLICATION_PDF)
                .exchange()
                .expectStatus()
                .isEqualTo(406);
        http.get()
                .uri("/api/v1/partnerships/export.pdf")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void the_list_has_the_columns_the_import_reads() {
        assertThat(text("/api/v1/partnerships/export.csv"))
                .startsWith("cityAId,cityAName,cityACountry,cityBId,")
                .contains(KOBE + ",Kobe,JP," + SEATTLE + ",Seattle,US,,1957,1957,PROJECT,ACTIVE," + id + "\r\n");
    }

    @Test
    void on_the_map_the_line_is_cut_at_the_antimeridian() {
        var json = JsonMapper.shared().readTree(text("/api/v1/partnerships/export.geojson"));
        assertThat(json.path("type").asString()).isEqualTo("FeatureCollection");
        var feature = find(json.path("features"), "id");
        assertThat(feature.path("geometry").path("type").asString()).isEqualTo("MultiLineString");
        assertThat(feature.path("geometry").path("coordinates").size()).isEqualTo(2);
        assertThat(feature.path("properties").path("since").asString()).isEqualTo("1957");
    }

    @Test
    void linked_data_names_the_cities_as_geonames_does() {
        var json = JsonMapper.shared().readTree(text("/api/v1/partnerships/export.jsonld"));
        assertThat(json.path("@context").asString()).isEqualTo("https://schema.org");
        var organization = find(json.path("@graph"), "identifier");
        assertThat(organization.path("foundingDate").asString()).isEqualTo("1957");
        assertThat(organization
                        .path("areaServed")
                        .valueStream()
                        .map(city -> city.path("@id").asString()))
                .containsExactlyInAnyOrder("https://sws.geonames.org/1859171/", "https://sws.geonames.org/5809844/");
    }

    private JsonNode find(JsonNode items, String property) {
        return items.valueStream()
                .filter(item -> item.path(property).asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String text(String uri) {
        return large.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
