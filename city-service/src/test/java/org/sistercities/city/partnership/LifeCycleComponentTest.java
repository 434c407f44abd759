package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.city.signing.Agreement;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipEnded;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipProgressed;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipStandingChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LifeCycleComponentTest extends CityServiceTest {
    private static final String CORK = "gn2965140";
    private static final String COLOGNE = "gn2886242";
    private static final String PRAGUE = "gn3067696";
    private static final String VIENNA = "gn2761369";
    private static final Map<String, String> TEXTS = Map.of("en", "Two harbours.", "de", "Zwei Häfen.");
    private static final String HASH = Agreement.of(TEXTS).textHash();

    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    private PartnershipClient client;

    @BeforeEach
    void client() {
        client = new PartnershipClient(http);
    }

    @Test
    void the_whole_way_step_by_step_each_in_the_history_and_told_by_one_event() {
        var cork = representativeOf(CORK);
        var cologne = representativeOf(COLOGNE);
        var id = client.proposed("SISTER", cork, CORK, COLOGNE);
        ok(client.step(id, cologne, Map.of("step", "EXPLORE", "note", "A delegation comes in May.")));
        ok(client.resolve(id, CORK, cork));
        ok(client.resolve(id, COLOGNE, cologne));
        ok(client.agree(id, cologne, Map.of("texts", TEXTS)));
        var session = session(id, cork);
        ok(client.sign(id, COLOGNE, HASH, cologne, Map.of("session", session)));
        ok(client.sign(id, CORK, HASH, cork, Map.of("session", session)));
        ok(client.step(id, cork, Map.of("step", "DEACTIVATE", "note", "Nobody has written for years.")));
        ok(client.step(id, cologne, Map.of("step", "REACTIVATE")));
        ok(client.step(
                id, cologne, Map.of("step", "TERMINATE", "note", "Council decision", "link", "https://k.example/1")));

        client.get(id, "/history?limit=100")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].status")
                .isEqualTo(List.of(
                        "PROPOSED",
                        "EXPLORING",
                        "EXPLORING",
                        "APPROVED",
                        "AGREED",
                        "AGREED",
                        "PARTLY_SIGNED",
                        "ACTIVE",
                        "INACTIVE",
                        "ACTIVE",
                        "TERMINATED"))
                .jsonPath("$.items[1].cityId")
                .isEqualTo(COLOGNE)
                .jsonPath("$.items[1].note")
                .isEqualTo("A delegation comes in May.")
                .jsonPath("$.items[10].link")
                .isEqualTo("https://k.example/1");
        try (var published = new PublishedEvents(consumers)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(published.of(id))
                            .hasExactlyElementsOfTypes(
                                    PartnershipProposed.class,
                                    PartnershipProgressed.class,
                                    PartnershipProgressed.class,
                                    PartnershipProgressed.class,
                                    PartnershipAgreed.class,
                                    PartnershipProgressed.class,
                                    PartnershipPartlySigned.class,
                                    PartnershipSigned.class,
                                    PartnershipStandingChanged.class,
                                    PartnershipStandingChanged.class,
                                    PartnershipEnded.class));
        }
        assertThat(client.proposed("SISTER", cork, CORK, COLOGNE))
                .as("what has ended frees the bond")
                .isNotEqualTo(id);
    }

    @Test
    void a_session_is_shown_in_the_time_of_each_side() {
        var id = client.proposed("PROJECT", ADMINISTRATOR, CORK, COLOGNE);
        ok(client.agree(id, ADMINISTRATOR, Map.of("texts", TEXTS)));
        var session = session(id, ADMINISTRATOR);

        client.get(id, "/sessions/" + session)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.localTimes[?(@.cityId == '" + CORK + "')].startsAt")
                .isEqualTo("2027-03-01T15:00:00Z")
                .jsonPath("$.localTimes[?(@.cityId == '" + COLOGNE + "')].startsAt")
                .isEqualTo("2027-03-01T16:00:00+01:00")
                .jsonPath("$.witnesses[0].name")
                .isEqualTo("Ada Example");
        problem(client.get(id, "/sessions/none"), 404, "no-such-session");
        problem(client.sign(id, CORK, HASH, ADMINISTRATOR, Map.of("session", "none")), 422, "unknown-session");
        ok(client.sign(id, CORK, HASH, ADMINISTRATOR, Map.of("place", "Cork City Hall")));
        client.get(id, "").expectBody().jsonPath("$.signatures[0].place").isEqualTo("Cork City Hall");
    }

    @Test
    void friends_become_sisters_under_the_same_id_unless_they_are_already() {
        var id = client.proposed("FRIENDSHIP", ADMINISTRATOR, PRAGUE, VIENNA);
        ok(client.agree(id, ADMINISTRATOR, Map.of("texts", TEXTS)));
        for (var city : List.of(PRAGUE, VIENNA))
            ok(client.sign(id, city, HASH, ADMINISTRATOR, Map.of("signedOn", "2010-05-09")));

        var other = client.proposed("SISTER", ADMINISTRATOR, PRAGUE, VIENNA);
        var upgrade = Map.of("texts", Map.of("en", "Sisters!"), "upgradeTo", "SISTER");
        client.agree(id, ADMINISTRATOR, upgrade)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/already-partners")
                .jsonPath("$.partnershipId")
                .isEqualTo(other);
        ok(client.step(other, ADMINISTRATOR, Map.of("step", "WITHDRAW", "note", "We upgrade instead.")));

        ok(client.agree(id, ADMINISTRATOR, upgrade));
        problem(
                client.propose(Map.of("kind", "SISTER", "cities", List.of(PRAGUE, VIENNA)), ADMINISTRATOR),
                409,
                "already-partners");
        var hash = Agreement.of(Map.of("en", "Sisters!")).textHash();
        for (var city : List.of(VIENNA, PRAGUE))
            ok(client.sign(id, city, hash, ADMINISTRATOR, Map.of("signedOn", "2014-10-03")));
        client.get(id, "")
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("SISTER")
                .jsonPath("$.since")
                .isEqualTo("2014-10-03")
                .jsonPath("$.before.kind")
                .isEqualTo("FRIENDSHIP")
                .jsonPath("$.before.since")
                .isEqualTo("2010-05-09");
    }

    @Test
    void refusals_have_names() {
        var graz = "gn2778067";
        var trieste = "gn3165185";
        var id = client.proposed("SISTER", representativeOf(graz), graz, trieste);

        problem(client.step(id, ADMINISTRATOR, Map.of("step", "SUSPEND", "note", "Why?")), 409, "step-not-possible");
        problem(client.step(id, ADMINISTRATOR, Map.of("step", "WITHDRAW")), 422, "note-missing");
        problem(client.step(id, ADMINISTRATOR, Map.of("step", "EXPLORE", "city", SEATTLE)), 404, "not-a-party");
        problem(client.step(id, representativeOf(SEATTLE), Map.of("step", "EXPLORE")), 403, "not-your-city");
        problem(
                client.step(id, representativeOf(graz), Map.of("step", "EXPLORE", "city", trieste)),
                403,
                "not-your-city");
        problem(client.resolve(id, trieste, representativeOf(graz)), 403, "not-your-city");
        problem(
                client.send(HttpMethod.POST, id, "/steps", null, ADMINISTRATOR, Map.of("step", "EXPLORE")),
                428,
                "revision-required");
        client.step(id, ADMINISTRATOR, Map.of("step", "TERMINATE", "note", "x"))
                .expectBody()
                .jsonPath("$.possible")
                .isEqualTo(List.of("EXPLORE", "OVERRIDE", "WITHDRAW", "REJECT"));
    }

    private String session(String id, String bearer) {
        var body = Map.of(
                "startsAt",
                "2027-03-01T15:00:00Z",
                "link",
                "https://video.example.org/room",
                "witnesses",
                List.of(Map.of("name", "Ada Example", "title", "Honorary consul")));
        var location = client.send(HttpMethod.POST, id, "/sessions", null, bearer, body)
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation()
                .toString();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static void ok(ResponseSpec answer) {
        answer.expectStatus().isOk();
    }

    private static void problem(ResponseSpec answer, int status, String name) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/" + name);
    }
}
