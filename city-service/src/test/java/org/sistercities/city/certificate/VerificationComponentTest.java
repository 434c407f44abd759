package org.sistercities.city.certificate;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.popLast;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.city.partnership.PartnershipClient;
import org.sistercities.city.signing.Agreement;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerificationComponentTest extends CityServiceTest {
    private static final String LISBON = "gn2267057";
    private static final String PORTO = "gn2735943";
    private static final Map<String, String> TEXTS = Map.of("en", "We are sisters.", "pt", "Somos irmãs.");

    @Autowired
    MongoDatabaseFactory databases;

    @Autowired
    AggregateStore<Partnership> partnerships;

    private PartnershipClient client;

    @BeforeEach
    void client() {
        client = new PartnershipClient(http);
    }

    @Test
    void whatever_is_altered_in_the_database_is_found_and_named() {
        var id = signed(LISBON, PORTO);
        verification(id)
                .jsonPath("$.result")
                .isEqualTo("VALID")
                .jsonPath("$.altered")
                .isEmpty();

        tampered(id, set("state.papers.deeds.0.agreement.texts.en", "We are strangers."), "the text");
        tampered(id, set("state.papers.deeds.0.signatures.0.signatory.name", "An Other"), "the signature of");
        tampered(id, set("state.papers.deeds.0.signatures.1.signedOn", new Date(0)), "the signature of");
        tampered(id, popLast("state.papers.deeds.0.signatures"), "the signatures");
        tampered(id, set("state.papers.resolutions.0.reference", "13/2014"), "the resolutions");
        tampered(id, set("state.history.1.note", "Never said."), "step 2 of the history");
        tampered(id, set("state.parties.0.name", "Elsewhere"), "step 1, the parties or the warnings");
        tampered(id, set("state.standing.since.iso", "1914-10-03"), "the date");
        tampered(id, set("state.standing.status", "TERMINATED"), "the status");
        tampered(id, set("state.standing.kind", "PROJECT"), "the kind");
        tampered(id, set("state.certificates", List.of("0000-0000-0000-0000-0000")), "the certificates");
        tampered(
                id,
                combine(
                        set("state.papers.deeds.0.agreement.texts.en", "We are strangers."),
                        set(
                                "state.papers.deeds.0.agreement.textHash",
                                Agreement.of(Map.of("en", "We are strangers.", "pt", "Somos irmãs."))
                                        .textHash())),
                "the agreed texts");
        verification(id).jsonPath("$.result").isEqualTo("VALID");
    }

    @Test
    void a_certificate_is_verified_by_its_number_or_its_seal() {
        var id = signed(LISBON, SEATTLE);
        var deed = partnerships.get(id).state().papers().binding().orElseThrow();
        var number = deed.certificateNumber();

        for (var typed : List.of(number, number.replace("-", "").toUpperCase(java.util.Locale.ROOT), deed.seal()))
            certificate(typed)
                    .jsonPath("$.result")
                    .isEqualTo("VALID")
                    .jsonPath("$.partnershipId")
                    .isEqualTo(id)
                    .jsonPath("$.certificate")
                    .isEqualTo(number)
                    .jsonPath("$.parties[0].name")
                    .isEqualTo("Lisbon");
        var almost = deed.seal().substring(0, 63) + (deed.seal().endsWith("0") ? "1" : "0");
        for (var other : List.of("0000-0000-0000-0000-0000", almost, "x", "", "{$ne: 1}"))
            certificate(other).jsonPath("$.result").isEqualTo("UNKNOWN");
        http.get()
                .uri("/api/v1/partnerships/none/verification")
                .exchange()
                .expectBody()
                .jsonPath("$.result")
                .isEqualTo("UNKNOWN");
    }

    @Test
    void one_of_earlier_years_is_sealed_too() {
        var parties = partnerships
                .get(client.proposed("FRIENDSHIP", ADMINISTRATOR, PORTO, SEATTLE))
                .state()
                .parties();
        var recorded = Partnership.recorded(
                org.sistercities.city.partnership.Kind.SISTER,
                parties,
                org.sistercities.city.partnership.PartialDate.ofYear(1967),
                "ada",
                java.time.Instant.now());
        var id = partnerships.create(recorded.state().id(), recorded).id();

        verification(id).jsonPath("$.result").isEqualTo("VALID");
        tampered(id, set("state.standing.since.iso", "1867"), "the date");
    }

    private String signed(String... cities) {
        var id = client.proposed("SISTER", ADMINISTRATOR, cities);
        client.step(id, ADMINISTRATOR, Map.of("step", "EXPLORE", "note", "Talks begin."));
        for (var city : cities)
            client.resolve(id, city, ADMINISTRATOR).expectStatus().isOk();
        client.agree(id, ADMINISTRATOR, Map.of("texts", TEXTS)).expectStatus().isOk();
        for (var city : cities)
            client.sign(id, city, Agreement.of(TEXTS).textHash(), ADMINISTRATOR, Map.of("signedOn", "2014-10-03"))
                    .expectStatus()
                    .isOk();
        return id;
    }

    /** Alters the stored document behind the service's back, asks, and puts it back. */
    private void tampered(String id, Bson change, String found) {
        var documents = databases.getMongoDatabase().getCollection("partnerships");
        var before = documents.find(eq("_id", id)).first();
        assertThat(documents.updateOne(eq("_id", id), change).getModifiedCount())
                .as("the test alters something")
                .isEqualTo(1);
        verification(id)
                .jsonPath("$.result")
                .isEqualTo("ALTERED")
                .jsonPath("$.altered")
                .value(List.class, altered -> assertThat(altered.toString()).contains(found));
        documents.replaceOne(new Document("_id", id), before);
    }

    private BodyContentSpec verification(String id) {
        return client.get(id, "/verification").expectStatus().isOk().expectBody();
    }

    private BodyContentSpec certificate(String typed) {
        return http.get()
                .uri("/api/v1/partnerships/verification?certificate={typed}", typed)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
