package org.sistercities.city.matches;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchesComponentTest extends CityServiceTest {
    private static final String TROMSO = "gn3133895";
    private static final String ANCHORAGE = "gn5879400";
    private static final String WHITEHORSE = "gn6180550";
    private static final String REYKJAVIK = "gn3413829";

    @Autowired
    AggregateStore<Partnership> partnerships;

    @Autowired
    Network network;

    @Autowired
    Parties parties;

    @Test
    void a_sister_of_a_sister_is_suggested_with_its_reasons_and_partners_are_not() {
        recorded(TROMSO, ANCHORAGE);
        recorded(ANCHORAGE, WHITEHORSE);

        var best = http.get()
                .uri("/api/v1/cities/" + TROMSO + "/matches?limit=100")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(best)
                .contains("\"cityId\":\"" + WHITEHORSE + "\"")
                .doesNotContain("\"cityId\":\"" + ANCHORAGE + "\"", "\"cityId\":\"" + TROMSO + "\"");
        http.get()
                .uri("/api/v1/cities/" + TROMSO + "/matches/" + WHITEHORSE)
                .exchange()
                .expectBody()
                .jsonPath("$.possible")
                .isEqualTo(true)
                .jsonPath("$.reasons[0]")
                .isEqualTo("Both are sisters of Anchorage.");
        http.get()
                .uri("/api/v1/cities/" + TROMSO + "/matches/" + ANCHORAGE)
                .exchange()
                .expectBody()
                .jsonPath("$.possible")
                .isEqualTo(false)
                .jsonPath("$.against[0]")
                .isEqualTo("They are partners already.");
        http.get()
                .uri("/api/v1/cities/" + TROMSO + "/matches/" + WHITEHORSE)
                .header("Accept-Language", "de-CH")
                .exchange()
                .expectHeader()
                .valueEquals("Content-Language", "de")
                .expectHeader()
                .valueMatches("Vary", ".*Accept-Language.*")
                .expectBody()
                .jsonPath("$.reasons[0]")
                .isEqualTo("Beide sind Schwestern von Anchorage.");
        http.get().uri("/api/v1/cities/gn1/matches").exchange().expectStatus().isNotFound();
    }

    /** Answers are remembered, but for no moment longer than they are right. */
    @Test
    void what_changes_meanwhile_changes_the_suggestions() {
        var before = best(REYKJAVIK);
        assertThat(best(REYKJAVIK)).isEqualTo(before);
        String first = JsonPath.read(before, "$.items[0].cityId");
        recorded(REYKJAVIK, first);
        assertThat(best(REYKJAVIK)).doesNotContain("\"" + first + "\"");
    }

    private String best(String city) {
        return http.get()
                .uri("/api/v1/cities/" + city + "/matches")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private void recorded(String... cityIds) {
        var born = Partnership.recorded(Kind.SISTER, parties.of(List.of(cityIds)), null, "ada", Instant.EPOCH);
        network.saw(partnerships.createOnce(born.state().id(), () -> born));
    }
}
