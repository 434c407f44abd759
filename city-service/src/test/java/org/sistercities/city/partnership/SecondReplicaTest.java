package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.messaging.TopicTail;
import org.springframework.beans.factory.annotation.Autowired;

/** Two replicas on one database: what one of them stores, the other shows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondReplicaTest extends CityServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    AggregateStore<Partnership> partnerships;

    @Autowired
    Network here;

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

            partnerships.change("second-2", known -> known.agree(APartnership.TEXT, "ada", Instant.EPOCH));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Stream.of(here, there))
                            .allSatisfy(network -> assertThat(network.find("second-2"))
                                    .get()
                                    .extracting(PartnershipSummary::status)
                                    .isEqualTo(Status.AGREED)));
        }
    }

    private static org.sistercities.platform.aggregate.Change<Partnership> proposal(String id, String... cities) {
        return Partnership.propose(id, Kind.SISTER, APartnership.parties(cities), "ada", Instant.EPOCH);
    }
}
