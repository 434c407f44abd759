package org.sistercities.city.policy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.city.partnership.PartnershipClient;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyComponentTest extends CityServiceTest {
    private static final String HELSINKI = "gn658225";
    private static final String TALLINN = "gn588409";

    @Test
    void a_warning_is_told_in_the_answer_and_holds_the_proposal_up_until_it_is_overridden() {
        var client = new PartnershipClient(http);
        var helsinki = representativeOf(HELSINKI);
        set(HELSINKI, helsinki, null, Map.of("countriesWithRelations", List.of("SE", "NO")))
                .expectStatus()
                .isOk();

        var id = client.proposed("SISTER", helsinki, HELSINKI, TALLINN);
        client.get(id, "")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PROPOSED")
                .jsonPath("$.warnings[0].rule")
                .isEqualTo("relations-unknown")
                .jsonPath("$.warnings[0].reason")
                .isEqualTo("Helsinki does not know of diplomatic relations with Estonia.");
        problem(client.step(id, helsinki, Map.of("step", "EXPLORE")), 409, "warnings-stand");
        var override = Map.of("step", "OVERRIDE", "note", "There are, since 1991.");
        problem(client.step(id, representativeOf(TALLINN), override), 409, "nothing-to-override");
        client.step(id, helsinki, override).expectStatus().isOk();
        client.step(id, helsinki, Map.of("step", "EXPLORE")).expectStatus().isOk();
        client.get(id, "/history")
                .expectBody()
                .jsonPath("$.items[1].what")
                .isEqualTo("OVERRIDDEN")
                .jsonPath("$.items[1].note")
                .isEqualTo("There are, since 1991.");
    }

    @Test
    void representatives_set_their_own_citys_policy_and_say_which_one_they_replace() {
        var path = "/api/v1/cities/" + BERGEN + "/policy";
        http.get().uri(path).exchange().expectStatus().isOk().expectHeader().doesNotExist("ETag");
        problem(set(BERGEN, representativeOf(SEATTLE), null, Map.of("onePerCountry", true)), 403, "not-yours");
        problem(set("gn0", ADMINISTRATOR, null, Map.of()), 404, "no-such-aggregate");

        set(BERGEN, representativeOf(BERGEN), null, Map.of("onePerCountry", true))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        problem(set(BERGEN, representativeOf(BERGEN), null, Map.of()), 428, "revision-required");
        set(BERGEN, ADMINISTRATOR, "\"1\"", Map.of("farthestKm", 3000))
                .expectStatus()
                .isOk();
        problem(set(BERGEN, ADMINISTRATOR, "\"1\"", Map.of()), 412, "stale-revision");
        http.get().uri(path).exchange().expectBody().jsonPath("$.farthestKm").isEqualTo(3000);
        set(BERGEN, ADMINISTRATOR, "\"2\"", Map.of()).expectStatus().isOk();
    }

    private ResponseSpec set(String city, String bearer, String ifMatch, Map<String, ?> body) {
        return http.put()
                .uri("/api/v1/cities/{id}/policy", city)
                .headers(headers -> {
                    if (ifMatch != null) headers.setIfMatch(ifMatch);
                })
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .bodyValue(body)
                .exchange();
    }

    private static void problem(ResponseSpec answer, int status, String name) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/" + name);
    }
}
