package org.sistercities.city.anniversary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.PartialDate;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.city.partnership.PublishedEvents;
import org.sistercities.contracts.CityDomainEvent.PartnershipAnniversary;
import org.sistercities.contracts.CityDomainEvent.PartnershipReviewDue;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;

/** Funafuti (UTC+12) has its day before the others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnniversaryComponentTest extends CityServiceTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String FUNAFUTI = "gn2110394";
    private static final String HONIARA = "gn2108502";

    @Autowired
    AggregateStore<Partnership> partnerships;

    @Autowired
    Network network;

    @Autowired
    Parties parties;

    @Autowired
    Announcements announcements;

    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    @Test
    void a_city_s_anniversaries_are_listed() {
        var id = since(LocalDate.of(1999, 5, 17), FUNAFUTI, SEATTLE);
        http.get()
                .uri("/api/v1/anniversaries?city={city}&from=2024-05-01&to=2024-05-31", FUNAFUTI)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].on")
                .isEqualTo("2024-05-17")
                .jsonPath("$.items[0].years")
                .isEqualTo(25)
                .jsonPath("$.items[0].celebrated")
                .isEqualTo(true)
                .jsonPath("$.items[0].reviewDue")
                .isEqualTo(true)
                .jsonPath("$.items[0].partnership.id")
                .isEqualTo(id);
        http.get()
                .uri("/api/v1/anniversaries?from=2024-05-17&to=2024-05-17&limit=100")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].partnership.id")
                .isEqualTo(id);
        http.get().uri("/api/v1/anniversaries").exchange().expectStatus().isOk();
    }

    @Test
    void a_period_that_is_none_and_a_city_that_is_unknown_are_problems() {
        http.get()
                .uri("/api/v1/anniversaries?from=2024-05-02&to=2024-05-01")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/no-such-period");
        http.get()
                .uri("/api/v1/anniversaries?from=2024-05-02&to=2025-05-02")
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        http.get()
                .uri("/api/v1/anniversaries?from=soon")
                .exchange()
                .expectStatus()
                .isBadRequest();
        http.get()
                .uri("/api/v1/anniversaries?city=gn0")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void two_replicas_and_many_tries_tell_an_anniversary_once() throws Exception {
        var id = since(LocalDate.of(2000, 2, 29), FUNAFUTI, HONIARA);
        var day = Instant.parse("2025-02-28T09:00:00Z");
        try (var events = new PublishedEvents(consumers);
                var replica = secondReplica();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var there = replica.getBean(Announcements.class);
            await().atMost(LONG)
                    .until(() -> replica.getBean(Network.class).find(id).isPresent());
            await().atMost(LONG).until(() -> cityIsKnown(replica.getBean(Parties.class)));
            var tries = IntStream.range(0, 6)
                    .boxed()
                    .flatMap(i -> Stream.of(announcements, there))
                    .<Callable<Boolean>>map(one -> () -> {
                        one.announceAt(day);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(tries)) done.get();
            there.announceAt(day.plus(Duration.ofDays(3))); // as after a restart

            await().atMost(LONG).untilAsserted(() -> {
                assertThat(events.of(id + "/anniversary/25")).isNotEmpty();
                assertThat(events.of(id + "/review/25")).isNotEmpty();
            });
            await().during(Duration.ofSeconds(3)).atMost(LONG).untilAsserted(() -> {
                assertThat(events.of(id + "/anniversary/25")).singleElement().satisfies(event -> {
                    var anniversary = (PartnershipAnniversary) event;
                    assertThat(anniversary.on()).isEqualTo(LocalDate.of(2025, 2, 28));
                    assertThat(anniversary.years()).isEqualTo(25);
                });
                assertThat(events.of(id + "/review/25")).singleElement().isInstanceOf(PartnershipReviewDue.class);
            });
        }
    }

    @Test
    void it_is_told_when_the_day_begins_in_the_first_city_and_up_to_two_weeks_late() {
        var early = since(LocalDate.of(2014, 6, 10), FUNAFUTI, BERGEN);
        try (var events = new PublishedEvents(consumers)) {
            announcements.announceAt(Instant.parse("2024-06-09T11:59:59Z")); // one second to midnight in Funafuti
            assertThat(events.of(early + "/anniversary/10")).isEmpty();
            announcements.announceAt(Instant.parse("2024-06-25T12:00:00Z")); // sixteen days late
            announcements.announceAt(Instant.parse("2024-06-09T12:00:00Z"));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(events.of(early + "/anniversary/10"))
                            .singleElement()
                            .satisfies(event -> assertThat(((PartnershipAnniversary) event).at())
                                    .isEqualTo("2024-06-09T12:00:00Z")));

            var late = since(LocalDate.of(2019, 6, 10), FUNAFUTI, "gn658225");
            announcements.announceAt(Instant.parse("2024-06-23T12:00:00Z"));
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(events.of(late + "/anniversary/5")).hasSize(1));
        }
    }

    private static boolean cityIsKnown(Parties parties) {
        try {
            return parties.of(List.of(FUNAFUTI, HONIARA)).size() == 2;
        } catch (RuntimeException e) {
            return false; // still loading
        }
    }

    private String since(LocalDate began, String... cities) {
        var born = Partnership.recorded(
                Kind.FRIENDSHIP, parties.of(List.of(cities)), PartialDate.of(began), "ada", Instant.EPOCH);
        return network.saw(partnerships.createOnce(born.state().id(), () -> born))
                .id();
    }
}
