package org.sistercities.city.registry;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MembershipComponentTest extends CityServiceTest {
    private static final String REYKJAVIK = "gn3413829";
    private static final String MEMBERSHIP = "/api/v1/cities/" + REYKJAVIK + "/membership";

    @Test
    void a_member_in_good_standing_is_shown_and_found_as_such_and_a_lapsed_one_is_not() {
        isMember(false);
        set(etag(), Map.of("number", "4711", "goodStandingUntil", "2999-12-31"))
                .expectStatus()
                .isOk();
        isMember(true);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> http.get()
                        .uri("/api/v1/cities?q=reykjavik&member=true")
                        .exchange()
                        .expectBody()
                        .jsonPath("$.items[*].id")
                        .isEqualTo(List.of(REYKJAVIK)));

        set(etag(), Map.of("number", "4711", "goodStandingUntil", "2001-12-31"))
                .expectStatus()
                .isOk();
        isMember(false);
    }

    @Test
    void only_the_office_keeps_memberships_and_only_as_it_has_read_them() {
        set("\"999\"", Map.of("number", "1", "goodStandingUntil", "2999-12-31"))
                .expectStatus()
                .isEqualTo(412);
        set("", Map.of("number", "1", "goodStandingUntil", "2999-12-31"))
                .expectStatus()
                .isEqualTo(428);
        set(etag(), Map.of("number", " ", "goodStandingUntil", "soon"))
                .expectStatus()
                .is4xxClientError();
        http.get()
                .uri(MEMBERSHIP)
                .header(HttpHeaders.AUTHORIZATION, representativeOf(REYKJAVIK))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private void isMember(boolean expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> http.get()
                        .uri("/api/v1/cities/" + REYKJAVIK)
                        .exchange()
                        .expectBody()
                        .jsonPath("$.member")
                        .isEqualTo(expected));
    }

    private String etag() {
        return http.get()
                .uri(MEMBERSHIP)
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
    }

    private ResponseSpec set(String etag, Map<String, String> membership) {
        return http.put()
                .uri(MEMBERSHIP)
                .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR)
                .headers(headers -> {
                    if (!etag.isEmpty()) headers.setIfMatch(etag);
                })
                .bodyValue(membership)
                .exchange();
    }
}
