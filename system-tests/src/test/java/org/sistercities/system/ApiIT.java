package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.client.city.api.SearchApi;
import org.sistercities.client.events.ApiException;
import org.sistercities.client.events.api.ListingApi;
import org.sistercities.client.events.api.RegisteringApi;
import org.sistercities.client.events.model.ContactRequest;
import org.sistercities.client.events.model.RegisterParty;
import tools.jackson.databind.json.JsonMapper;

/** The published descriptions, used as a stranger would: by generated clients, and by sending each example they give. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiIT {
    private static final String GALA = "sister-cities-gala-2027";

    /** Examples which a running system refuses because nothing is there that they could apply to; all others it accepts. */
    private static final Map<String, Integer> NOTHING_TO_APPLY_TO = Map.of(
            "admissionScan", 409, // nobody can make up a ticket
            "deviceEnrol", 404, // codes are used once
            "imageDescribe", 404,
            "paymentRefund", 404,
            "checkoutOpen", 409, // these tickets cost nothing
            "decisionPay", 409,
            "decisionReject", 409,
            "planningCancel", 409); // it is a draft

    @TempDir
    static Path data;

    private static RunningQuickstart system;

    @BeforeAll
    static void start() throws IOException {
        system = RunningQuickstart.start(data); // of its own: examples change what others count on
    }

    @AfterAll
    static void stop() {
        if (system != null) system.close();
    }

    @Test
    void a_generated_client_finds_a_city() throws Exception {
        var client = new org.sistercities.client.city.ApiClient();
        client.updateBaseUri(system.address());
        var found = new SearchApi(client)
                .citySearchFind("seattle", null, null, null, null, null, null, null, null, null, null, 5, null);
        assertThat(found.getItems().getFirst().getName()).isEqualTo("Seattle");
    }

    @Test
    void a_generated_client_reads_an_event() throws Exception {
        var event = new ListingApi(events()).listingPage(GALA);
        assertThat(event.getTitle()).isEqualTo("Sister Cities Gala 2027");
        assertThat(event.getVenue().getCountryCode()).isEqualTo("US");
    }

    @Test
    void a_refusal_reaches_who_uses_a_generated_client_as_an_exception_with_its_problem() {
        var nobody = new RegisterParty()
                .contact(new ContactRequest().name("Ada").email("ada@example.org"))
                .tickets(List.of());
        var refused = catchThrowableOfType(
                ApiException.class, () -> new RegisteringApi(events()).registrationRegister(GALA, "key", nobody));
        assertThat(refused.getCode()).isEqualTo(422);
        var problem = new JsonMapper().readTree(refused.getResponseBody());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo("/tickets");
    }

    @Test
    void every_example_is_accepted_or_there_is_nothing_it_could_apply_to_and_spoilt_it_is_a_problem() {
        var examples = new SentExamples(system);
        var statuses = examples.sendAll();
        var expected = new TreeMap<String, Integer>();
        statuses.keySet().forEach(id -> expected.put(id, NOTHING_TO_APPLY_TO.getOrDefault(id, 200)));
        assertThat(statuses).as(String.join("\n", examples.refusals())).isEqualTo(expected);
        assertThat(statuses)
                .hasSizeGreaterThan(60)
                .containsKeys(NOTHING_TO_APPLY_TO.keySet().toArray(String[]::new));
        assertThat(examples.sendSpoilt()).isEmpty();
    }

    private static org.sistercities.client.events.ApiClient events() {
        var client = new org.sistercities.client.events.ApiClient();
        client.updateBaseUri(system.address());
        return client;
    }
}
