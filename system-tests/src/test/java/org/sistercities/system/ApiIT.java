package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.client.city.api.SearchApi;
import org.sistercities.client.events.ApiException;
import org.sistercities.client.events.api.ListingApi;
import org.sistercities.client.events.api.RegisteringApi;
import org.sistercities.client.events.model.ContactRequest;
import org.sistercities.client.events.model.RegisterParty;
import tools.jackson.databind.json.JsonMapper;

/** The published descriptions, used as a stranger would: by generated clients. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiIT {
    private static final String GALA = "sister-cities-gala-2027";

    private static RunningQuickstart system;

    @BeforeAll
    static void start() throws IOException {
        system = RunningQuickstart.shared();
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

    private static org.sistercities.client.events.ApiClient events() {
        var client = new org.sistercities.client.events.ApiClient();
        client.updateBaseUri(system.address());
        return client;
    }
}
