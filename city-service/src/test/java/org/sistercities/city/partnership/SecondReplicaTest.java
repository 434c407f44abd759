package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipStandingChanged;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.messaging.TopicTail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;

/** Two replicas on one database: what one of them stores, the other shows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondReplicaTest extends CityServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    AggregateStore<Partnership> partnerships;

    @Autowired
    Network here;

    @Autowired
    Expiry expiryHere;

    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    @Test
    void what_one_replica_stores_the_other_shows() {
        var before = partnerships.create("second-1", proposal("second-1", "gn2988507", "gn3143244"));
        here.saw(before);
        try (var replica = secondReplica()) {
            var there = replica.getBean(Network.class);
            await().atMost(LONG)
                    .until(() ->
                            replica.getBean("partnershipTail", TopicTail.class).caughtUp());
            assertThat(there.find("second-1")).as("stored before it started").isPresent();

            partnerships.create("second-2", proposal("second-2", "gn2988507", "gn2673730"));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(there.find("second-2"))
                            .get()
                            .extracting(PartnershipSummary::status)
                            .isEqualTo(Status.PROPOSED));

            partnerships.change(
                    "second-2", known -> known.agree(APartnership.TEXT, null, Act.by("ada", Instant.EPOCH)));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Stream.of(here, there))
                            .allSatisfy(network -> assertThat(network.find("second-2"))
                                    .get()
                                    .extracting(PartnershipSummary::status)
                                    .isEqualTo(Status.AGREED)));
        }
    }

    @Test
    void sides_that_sign_at_two_replicas_at_once_make_one_signing_and_a_term_that_is_over_ends_once() throws Exception {
        var cities = List.of("gn2988507", "gn3143244");
        var ids = IntStream.range(0, 8).mapToObj(i -> "raced-" + i).toList();
        try (var replica = secondReplica()) {
            @SuppressWarnings("unchecked")
            var there = (AggregateStore<Partnership>) replica.getBean("partnershipStore", AggregateStore.class);
            for (var id : ids) agreed(id, cities);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var id : ids)
                    for (var store : List.of(partnerships, there))
                        for (var city : cities)
                            threads.execute(() -> store.change(
                                    id, known -> known.sign(APartnership.signing(city), APartnership.ANNA)));
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var expiry : List.of(expiryHere, replica.getBean(Expiry.class))) threads.execute(expiry::expire);
            }
        }
        try (var published = new PublishedEvents(consumers)) {
            for (var id : ids) {
                assertThat(partnerships.get(id).state().history()).hasSize(6);
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(published.of(id))
                                .hasExactlyElementsOfTypes(
                                        PartnershipProposed.class,
                                        PartnershipAgreed.class,
                                        PartnershipPartlySigned.class,
                                        PartnershipPartlySigned.class,
                                        PartnershipSigned.class,
                                        PartnershipStandingChanged.class));
            }
        }
    }

    /** A project of its own for each, which ended long ago. */
    private void agreed(String id, List<String> cities) {
        var parties = new ArrayList<>(cities);
        parties.add("side-of-" + id);
        var proposal = new Proposal(
                Kind.PROJECT,
                APartnership.parties(parties.toArray(String[]::new)),
                LocalDate.of(2015, 1, 1),
                List.of());
        partnerships.create(id, Partnership.propose(id, proposal, APartnership.ANNA));
        partnerships.change(id, known -> known.agree(APartnership.TEXT, null, APartnership.ANNA));
        partnerships.change(id, known -> known.sign(APartnership.signing("side-of-" + id), APartnership.ANNA));
    }

    private static org.sistercities.platform.aggregate.Change<Partnership> proposal(String id, String... cities) {
        return Partnership.propose(
                id, Proposal.of(Kind.SISTER, APartnership.parties(cities)), Act.by("ada", Instant.EPOCH));
    }
}
