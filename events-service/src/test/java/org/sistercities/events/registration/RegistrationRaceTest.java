package org.sistercities.events.registration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.atOnce;
import static org.sistercities.events.TicketOffice.hold;
import static org.sistercities.events.TicketOffice.newKey;
import static org.sistercities.events.TicketOffice.party;
import static org.sistercities.events.TicketOffice.waiting;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sistercities.events.EventsApplication;
import org.sistercities.events.TicketOffice;
import org.sistercities.events.TicketOffice.Answer;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Intent;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.testing.RealServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Two replicas on one database, and more people than places. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationRaceTest {
    @Autowired
    Registrations registrations;

    @Autowired
    Events events;

    private static final String MARIA = "{\"contact\": {\"name\": \"Maria\", \"email\": \"m@example.org\"}}";

    private ConfigurableApplicationContext second;
    private TicketOffice here;
    private TicketOffice there;

    @BeforeAll
    void startASecondReplica(@Autowired Environment environment, @LocalServerPort int port) {
        var shared = List.of(
                "spring.mongodb.uri",
                "spring.kafka.bootstrap-servers",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri");
        var arguments = Stream.concat(
                Stream.of("--server.port=0", "--management.server.port=0"),
                shared.stream().map(name -> "--" + name + "=" + environment.getRequiredProperty(name)));
        second = new SpringApplicationBuilder(EventsApplication.class).run(arguments.toArray(String[]::new));
        here = new TicketOffice(port);
        there = new TicketOffice(second.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    void stopIt() {
        second.close();
    }

    @Test
    void four_hundred_places_go_to_four_hundred_guests_and_everybody_else_gets_a_clean_answer() {
        var event = here.gala(400);
        var answers = atOnce(600, _ -> here.register(event, newKey(), party(1, "gala")));
        assertThat(statuses(answers)).isEqualTo(Map.of(201, 400L, 409, 200L));
        assertThatSumsAgree(event, 400);
    }

    @Test
    void two_replicas_sell_no_place_twice() {
        var event = here.gala(400);
        var answers = atOnce(600, n -> (n % 2 == 0 ? here : there).register(event, newKey(), party(1, "gala")));
        assertThat(statuses(answers)).isEqualTo(Map.of(201, 400L, 409, 200L));
        assertThatSumsAgree(event, 400);
    }

    @RepeatedTest(5)
    void parties_of_one_to_four_race_for_the_last_places_and_none_is_split() {
        var event = here.gala(10);
        var answers = atOnce(40, n -> (n % 2 == 0 ? here : there).register(event, newKey(), party(n % 4 + 1, "gala")));
        assertThat(statuses(answers)).containsOnlyKeys(201, 409);
        int confirmed = answers.stream()
                .filter(answer -> answer.status() == 201)
                .mapToInt(answer -> answer.json().path("places").asInt())
                .sum();
        assertThat(confirmed).isEqualTo(10); // parties of one came, too: nothing stays free
        assertThatSumsAgree(event, 10);
    }

    @RepeatedTest(5)
    void the_last_place_of_a_shared_quota_is_given_once() {
        var event = here.gala(100);
        var answers = atOnce(30, n -> (n % 2 == 0 ? here : there).register(event, newKey(), party(2, "vip")));
        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 29L));
        assertThat(here.taken(event, "vip-room")).isEqualTo(2);
        assertThatSumsAgree(event, 2);
    }

    @Test
    void one_registration_sent_fifty_times_at_once_to_two_replicas_is_one_registration() {
        var event = here.gala(400);
        var key = newKey();
        var answers = atOnce(50, n -> (n % 2 == 0 ? here : there).register(event, key, party(2, "gala")));
        assertThat(statuses(answers)).isEqualTo(Map.of(201, 50L));
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        assertThatSumsAgree(event, 2);
    }

    @RepeatedTest(3)
    void a_registration_cancelled_many_times_at_once_frees_its_places_once() {
        var event = here.gala(10);
        here.register(event, newKey(), party(5, "gala"));
        var registered = here.register(event, newKey(), party(3, "gala"));
        var answers = atOnce(20, n -> (n % 2 == 0 ? here : there).step(registered, "cancellation", ""));
        assertThat(statuses(answers)).isEqualTo(Map.of(200, 20L));
        assertThat(here.taken(event, "ballroom")).isEqualTo(5);
        assertThat(here.seen(registered).path("status").asString()).isEqualTo("CANCELLED");
    }

    @RepeatedTest(5)
    void a_hold_extended_confirmed_and_cancelled_at_once_ends_in_one_of_them() {
        var event = here.gala(10);
        var held = here.register(event, newKey(), hold(3, "gala"));
        var steps = List.of("extension", "confirmation", "cancellation");
        var answers =
                atOnce(12, n -> (n % 2 == 0 ? here : there).step(held, steps.get(n % 3), n % 3 == 1 ? MARIA : ""));
        assertThat(statuses(answers).keySet()).isSubsetOf(200, 409);
        assertThat(here.seen(held).path("status").asString()).isEqualTo("CANCELLED"); // whoever came last
        assertThat(here.places(event, "ballroom", "left")).isEqualTo(10);
    }

    @RepeatedTest(3)
    void held_places_are_confirmed_once_and_nobody_elses() {
        var event = here.gala(10);
        var held = here.register(event, newKey(), hold(10, "gala"));
        var answers = atOnce(
                20,
                n -> n % 2 == 0
                        ? (n % 4 == 0 ? here : there).step(held, "confirmation", MARIA)
                        : (n % 3 == 0 ? here : there).register(event, newKey(), party(1, "gala")));
        assertThat(statuses(answers)).isEqualTo(Map.of(200, 10L, 409, 10L));
        assertThatSumsAgree(event, 10);
    }

    @RepeatedTest(3)
    void freed_places_are_offered_to_exactly_one_waiting_party_and_newcomers_do_not_pass() {
        var event = here.gala(4);
        var seated = here.register(event, newKey(), party(4, "gala"));
        var line = IntStream.range(0, 5)
                .mapToObj(_ -> here.register(event, newKey(), waiting(4, "gala")))
                .toList();
        var answers = atOnce(20, n -> switch (n % 4) {
            case 0 -> here.step(seated, "cancellation", "");
            case 1 -> there.register(event, newKey(), party(1, "gala"));
            default -> (n % 2 == 0 ? here : there).step(line.get(n % 5), "acceptance", "");
        });
        assertThat(statuses(answers).keySet()).isSubsetOf(200, 409);
        var statuses =
                line.stream().map(party -> here.seen(party).path("status").asString());
        assertThat(statuses.filter(status -> !status.equals("WAITLISTED"))).hasSize(1);
        assertThat(here.seen(line.getFirst()).path("status").asString()).isIn("OFFERED", "CONFIRMED");
        assertThat(here.places(event, "ballroom", "left")).isZero();
    }

    @RepeatedTest(3)
    void an_offer_accepted_and_declined_many_times_at_once_is_one_of_both_and_never_twice() {
        var event = here.gala(4);
        var seated = here.register(event, newKey(), party(4, "gala"));
        var first = here.register(event, newKey(), waiting(4, "gala"));
        var second = here.register(event, newKey(), waiting(3, "gala"));
        here.step(seated, "cancellation", "");
        var answers = atOnce(
                20, n -> (n % 2 == 0 ? here : there).step(first, n % 3 == 0 ? "cancellation" : "acceptance", ""));
        assertThat(statuses(answers).keySet()).isSubsetOf(200, 409);
        assertThat(here.seen(first).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(here.seen(second).path("status").asString()).isEqualTo("OFFERED");
        assertThat(here.places(event, "ballroom", "held")).isEqualTo(3);
        assertThat(here.taken(event, "ballroom")).isZero();
    }

    @RepeatedTest(3)
    void a_quota_cut_while_it_sells_is_never_below_what_is_sold() {
        var event = here.gala(100);
        var answers = atOnce(
                80,
                n -> n % 8 == 0
                        ? here.resize(event, "ballroom", 100 - n)
                        : (n % 2 == 0 ? here : there).register(event, newKey(), party(2, "gala")));
        assertThat(statuses(answers).keySet()).isSubsetOf(200, 201, 409, 412);
        int sold = 2
                * (int) answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .count();
        assertThatSumsAgree(event, sold);
        assertThat(here.places(event, "ballroom", "capacity")).isGreaterThanOrEqualTo(sold);
    }

    @Test
    void what_a_crash_left_before_storing_the_registration_is_finished_by_the_sweeper() {
        var event = here.gala(10);
        var template = registrations
                .get(here.register(event, newKey(), party(3, "gala"))
                        .json()
                        .path("id")
                        .asString())
                .state();
        var left = crashedAfterTakingPlaces(template, "0123456789abcdef0123456789abcdef", template.requestHash());

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(registrations.find(List.of(left.id()))).containsKey(left.id()));
        assertThatSumsAgree(event, 6);
    }

    @Test
    void what_a_crash_left_is_finished_by_the_same_request_sent_again() {
        var event = here.gala(4);
        var key = newKey();
        var template = registrations
                .get(here.register(event, "template-" + key, party(2, "gala"))
                        .json()
                        .path("id")
                        .asString())
                .state();
        var id = new IdempotencyKey(key).idIn("registration/" + event);
        crashedAfterTakingPlaces(template, id, template.requestHash());

        var answers = atOnce(10, n -> (n % 2 == 0 ? here : there).register(event, key, party(2, "gala")));
        assertThat(statuses(answers)).isEqualTo(Map.of(201, 10L));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.json().path("id").asString()).isEqualTo(id));
        assertThatSumsAgree(event, 4);
    }

    /** Does what a replica does up to and including the compare-and-set, and then nothing more. */
    private Registration crashedAfterTakingPlaces(Registration template, String id, String hash) {
        var registration = new Registration(
                id,
                template.eventId(),
                template.standing(),
                template.order(),
                template.party(),
                null,
                template.registeredAt(),
                hash,
                template.history(),
                null);
        var setting = new Setting(events.get(template.eventId()).state(), TERMS, template.registeredAt());
        registrations.changeQuotas(template.eventId(), quotas -> {
            var ledger = new Ledger(quotas, setting);
            ledger.carryOut(id, null, new Plan(List.of(Intent.birth(registration))));
            return Change.of(ledger.quotas());
        });
        return registration;
    }

    private void assertThatSumsAgree(String event, int places) {
        var stored = here.registrations(event);
        assertThat(stored.stream().mapToInt(one -> one.path("places").asInt()).sum())
                .isEqualTo(places);
        assertThat(here.taken(event, "ballroom")).isEqualTo(places);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(registrations.quotas(event).state().intents())
                                .isEmpty());
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::status, counting()));
    }
}
