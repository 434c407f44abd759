package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartnershipComponentTest extends CityServiceTest {
    private static final String LOCKPORT = "gn4900292";
    private static final String ASIAGO = "gn3182744";
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    AggregateStore<Partnership> partnerships;

    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    @Test
    void from_the_proposal_to_the_signing_and_the_event_the_world_gets() {
        var id = proposed(LOCKPORT, ASIAGO);
        var hash = agreed(id);
        sign(id, LOCKPORT, hash, "2014-10-03", representativeOf(LOCKPORT))
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PARTLY_SIGNED");
        sign(id, ASIAGO, hash, "2014-10-03", representativeOf(ASIAGO))
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.since")
                .isEqualTo("2014-10-03")
                .jsonPath("$.history.length()")
                .isEqualTo(4);

        try (var published = new PublishedEvents(consumers)) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(published.of(id))
                            .hasExactlyElementsOfTypes(
                                    PartnershipProposed.class,
                                    PartnershipAgreed.class,
                                    PartnershipPartlySigned.class,
                                    PartnershipSigned.class));
            var signed = (PartnershipSigned) published.of(id).getLast();
            assertThat(signed.textHash()).isEqualTo(hash);
            assertThat(signed.parties()).extracting("name").containsExactly("Asiago", "Lockport");
        }
        http.get()
                .uri("/api/v1/cities/" + ASIAGO)
                .exchange()
                .expectBody()
                .jsonPath("$.sisters[?(@.partnershipId == '" + id + "')].name")
                .isEqualTo("Lockport");
        http.get()
                .uri("/api/v1/partnerships?city=" + LOCKPORT)
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + id + "')].status")
                .isEqualTo("ACTIVE");
    }

    @Test
    void a_proposal_that_is_not_signed_makes_no_sisters() {
        var id = proposed("gn2759794", "gn2643743");

        http.get()
                .uri("/api/v1/cities/gn2759794")
                .exchange()
                .expectBody()
                .jsonPath("$.sisters[?(@.partnershipId == '" + id + "')]")
                .doesNotExist()
                .jsonPath("$.partnerships[?(@.id == '" + id + "')].status")
                .isEqualTo("PROPOSED");
    }

    @Test
    void however_the_sides_race_one_signing_is_announced() throws Exception {
        var cities = List.of("gn2988507", "gn3169070", "gn3117735", "gn2950159", "gn2761369", "gn756135");
        var ids = IntStream.range(1, cities.size())
                .mapToObj(i -> proposed(cities.get(0), cities.get(i)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ids.size(); i++) {
                var id = ids.get(i);
                var hash = agreed(id);
                for (int repeat = 0; repeat < 4; repeat++)
                    for (var city : List.of(cities.get(0), cities.get(i + 1)))
                        threads.execute(() -> sign(id, city, hash, "2020-02-02", ADMINISTRATOR));
            }
        }
        try (var published = new PublishedEvents(consumers)) {
            for (var id : ids) {
                assertThat(partnerships.get(id).state().status()).isEqualTo(Status.ACTIVE);
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(published.of(id)).hasSize(4));
                assertThat(published.of(id))
                        .filteredOn(PartnershipSigned.class::isInstance)
                        .hasSize(1);
            }
        }
    }

    @Test
    void the_same_key_proposes_once_and_another_key_meets_the_existing_one() {
        var body = Map.of("kind", "FRIENDSHIP", "cities", List.of(SEATTLE, "gn5746545"));
        var key = UUID.randomUUID().toString();
        var first = propose(key, body, ADMINISTRATOR).expectStatus().isCreated().returnResult(String.class);
        var location = first.getResponseHeaders().getLocation().toString();

        propose(key, body, ADMINISTRATOR)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location(location);
        propose(key, Map.of("kind", "SISTER", "cities", List.of(SEATTLE, BERGEN)), ADMINISTRATOR)
                .expectStatus()
                .isEqualTo(422);
        propose(UUID.randomUUID().toString(), body, ADMINISTRATOR)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/already-partners")
                .jsonPath("$.partnershipId")
                .isEqualTo(location.substring(location.lastIndexOf('/') + 1));
    }

    @Test
    void many_who_propose_the_same_at_once_make_one() {
        var body = Map.of("kind", "PROJECT", "cities", List.of(SEATTLE, BERGEN));
        var answers = new ConcurrentLinkedQueue<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++)
                threads.execute(() -> answers.add(propose(UUID.randomUUID().toString(), body, ADMINISTRATOR)
                        .returnResult(Void.class)
                        .getStatus()
                        .value()));
        }
        assertThat(answers).hasSize(20).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void representatives_act_for_their_own_city_only() {
        var body = Map.of("kind", "SISTER", "cities", List.of("gn2867714", "gn2867543"));
        propose(UUID.randomUUID().toString(), body, representativeOf(SEATTLE))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-your-city");

        var id = proposed("gn2867714", "gn2867543");
        var hash = agreed(id);
        sign(id, "gn2867543", hash, null, representativeOf("gn2867714"))
                .expectStatus()
                .isForbidden();
        sign(id, SEATTLE, hash, null, ADMINISTRATOR).expectStatus().isNotFound();
    }

    @Test
    void illegal_requests_are_refused_by_name() {
        assertProblem(
                propose("k1", Map.of("kind", "SISTER", "cities", List.of(SEATTLE, SEATTLE)), ADMINISTRATOR),
                422,
                "same-city-twice");
        assertProblem(
                propose("k2", Map.of("kind", "SISTER", "cities", List.of(SEATTLE, "gn0")), ADMINISTRATOR),
                422,
                "unknown-city");
        assertProblem(
                propose("k3", Map.of("kind", "SISTER", "cities", List.of(SEATTLE)), ADMINISTRATOR),
                422,
                "invalid-request");

        var id = proposed("gn3128760", "gn3173435");
        assertProblem(sign(id, "gn3128760", "0".repeat(64), null, ADMINISTRATOR), 409, "nothing-to-sign");
        agreed(id);
        assertProblem(sign(id, "gn3128760", "0".repeat(64), null, ADMINISTRATOR), 409, "different-text");
        assertProblem(agree(id, "\"1\"", ADMINISTRATOR), 412, "stale-revision");
        assertProblem(agree(id, null, ADMINISTRATOR), 428, "revision-required");
        assertProblem(sign("none", SEATTLE, "0".repeat(64), null, ADMINISTRATOR), 404, "no-such-aggregate");
    }

    private static void assertProblem(ResponseSpec answer, int status, String name) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/" + name);
    }

    private String proposed(String... cities) {
        var body = Map.of("kind", "SISTER", "cities", List.of(cities));
        var location = propose(UUID.randomUUID().toString(), body, representativeOf(cities[0]))
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        return location.toString().substring("/api/v1/partnerships/".length());
    }

    private String agreed(String id) {
        agree(id, "\"1\"", ADMINISTRATOR).expectStatus().isOk();
        return partnerships
                .get(id)
                .state()
                .papers()
                .open()
                .orElseThrow()
                .agreement()
                .textHash();
    }

    private ResponseSpec propose(String key, Object body, String bearer) {
        return http.post()
                .uri("/api/v1/partnerships")
                .header("Idempotency-Key", key)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec agree(String id, String ifMatch, String bearer) {
        return http.put()
                .uri("/api/v1/partnerships/{id}/agreement", id)
                .headers(headers -> {
                    if (ifMatch != null) headers.setIfMatch(ifMatch);
                })
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .bodyValue(Map.of("texts", Map.of("en", "We are sisters.", "it", "Siamo sorelle.")))
                .exchange();
    }

    private ResponseSpec sign(String id, String city, String hash, String on, String bearer) {
        var body = new java.util.HashMap<String, Object>();
        body.put("signatory", Map.of("name", "Mayor of " + city, "title", "Mayor"));
        body.put("textHash", hash);
        if (on != null) body.put("signedOn", on);
        return http.put()
                .uri("/api/v1/partnerships/{id}/signatures/{city}", id, city)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .bodyValue(body)
                .exchange();
    }
}
