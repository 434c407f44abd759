package org.sistercities.city.page;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.city.partnership.PartnershipClient;
import org.sistercities.city.signing.Agreement;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CityPageComponentTest extends CityServiceTest {
    private static final String FUNCHAL = "gn2267827";
    private static final String VALLETTA = "gn2562305";

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
    void its_partnerships_are_grouped_by_status_and_what_they_came_through_is_told_newest_first() {
        var client = new PartnershipClient(http);
        var texts = Map.of("en", "Two islands.");
        var signed = client.proposed("SISTER", ADMINISTRATOR, FUNCHAL, VALLETTA);
        client.agree(signed, ADMINISTRATOR, Map.of("texts", texts));
        for (var city : List.of(FUNCHAL, VALLETTA))
            client.sign(signed, city, Agreement.of(texts).textHash(), ADMINISTRATOR, Map.of("signedOn", "2014-10-03"));
        client.step(signed, ADMINISTRATOR, Map.of("step", "DEACTIVATE", "note", "Nobody has written for years."));
        var asked = client.proposed("FRIENDSHIP", ADMINISTRATOR, FUNCHAL, VALLETTA);

        http.get()
                .uri("/api/v1/cities/" + FUNCHAL)
                .exchange()
                .expectBody()
                .jsonPath("$.sisters.length()")
                .isEqualTo(1)
                .jsonPath("$.partnerships.length()")
                .isEqualTo(2)
                .jsonPath("$.partnershipsByStatus.PROPOSED[0].id")
                .isEqualTo(asked)
                .jsonPath("$.partnershipsByStatus.INACTIVE[0].id")
                .isEqualTo(signed)
                .jsonPath("$.timeline.length()")
                .isEqualTo(2)
                .jsonPath("$.timeline[0].what")
                .isEqualTo("DEACTIVATED")
                .jsonPath("$.timeline[1].what")
                .isEqualTo("SIGNED")
                .jsonPath("$.timeline[1].on")
                .isEqualTo("2014-10-03")
                .jsonPath("$.timeline[1].with[0].name")
                .isEqualTo("Valletta");
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
