package org.sistercities.events.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.atOnce;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.hold;
import static org.sistercities.events.TicketOffice.newKey;
import static org.sistercities.events.TicketOffice.party;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.sistercities.events.TicketOffice;
import org.sistercities.events.TicketOffice.Answer;
import org.sistercities.platform.testing.RealServices;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Holds that run out after a few seconds. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "sistercities.registration.hold=2s")
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldComponentTest {
    private static final String MARIA = """
            {"contact": {"name": "Maria", "email": "maria@example.org"}, "guests": ["Maria", "Rosemary"]}""";

    private TicketOffice office;

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
    }

    @Test
    void places_are_held_and_are_somebody_elses_once_the_time_is_over() {
        var event = office.gala(4);
        var held = office.register(event, newKey(), hold(4, "gala"));
        assertThat(held.status()).isEqualTo(201);
        assertThat(held.json().path("status").asString()).isEqualTo("HELD");
        assertThat(office.places(event, "ballroom", "held")).isEqualTo(4);
        assertThat(office.register(event, newKey(), party(1, "gala")).problem()).isEqualTo("/problems/sold-out");

        pass(held);
        assertThat(office.register(event, newKey(), party(4, "gala")).status()).isEqualTo(201);
        assertThat(office.seen(held).path("status").asString()).isEqualTo("EXPIRED");
        var late = office.step(held, "confirmation", MARIA);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isIn("/problems/hold-expired", "/problems/not-held");
        assertThat(office.taken(event, "ballroom")).isEqualTo(4);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(history(held).toString()).contains("\"EXPIRED\"", "\"by\":\"system\""));
    }

    @Test
    void a_hold_becomes_a_confirmed_party_with_names() {
        var event = office.gala(4);
        var held = office.register(event, newKey(), hold(3, "gala"));
        var confirmed = office.step(held, "confirmation", MARIA);
        assertThat(confirmed.status()).as(confirmed.response().body()).isEqualTo(200);
        assertThat(confirmed.json().path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.json().at("/guests/1").asString()).isEqualTo("Rosemary");
        assertThat(office.step(held, "confirmation", "").json()).isEqualTo(confirmed.json());
        assertThat(office.step(held, "extension", "").problem()).isEqualTo("/problems/not-held");
        pass(held);
        assertThat(office.taken(event, "ballroom")).isEqualTo(3);
        assertThat(office.places(event, "ballroom", "held")).isZero();
    }

    @Test
    void the_events_team_cancels_with_a_reason_and_the_party_without() {
        var event = office.gala(4);
        var registered = office.register(event, newKey(), party(3, "gala"));
        var path = registered.header("Location") + "/cancellation";
        assertThat(office.post(path, "{}", "", eventsTeam()).problem()).isEqualTo("/problems/reason-missing");
        assertThat(office.post(path, "{}", "", "").problem()).isEqualTo("/problems/not-your-registration");
        assertThat(office.post(path, "{\"reason\": \"asked by telephone\"}", "", eventsTeam())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(history(registered).at("/items/1/detail").asString()).isEqualTo("asked by telephone");
        assertThat(history(registered).at("/items/1/by").asString()).isEqualTo("erin");
        assertThat(office.taken(event, "ballroom")).isZero();

        var other = office.register(event, newKey(), party(4, "gala"));
        assertThat(office.step(other, "cancellation", "").status()).isEqualTo(200);
        assertThat(office.places(event, "ballroom", "left")).isEqualTo(4);
    }

    @Test
    void a_hold_is_extended_once() {
        var event = office.gala(4);
        var held = office.register(event, newKey(), hold(3, "gala"));
        var first = Instant.parse(held.json().path("until").asString());
        var extended = office.step(held, "extension", "");
        assertThat(Instant.parse(extended.json().path("until").asString())).isEqualTo(first.plusSeconds(2));
        assertThat(office.step(held, "extension", "").problem()).isEqualTo("/problems/already-extended");
    }

    @RepeatedTest(3)
    void confirming_races_with_the_end_of_the_hold_and_with_others() {
        var event = office.gala(4);
        var held = office.register(event, newKey(), hold(4, "gala"));
        var answers = atOnce(30, n -> {
            sleepUntil(Instant.parse(held.json().path("until").asString()).plusMillis(10 * (n - 15)));
            return n % 2 == 0
                    ? office.step(held, "confirmation", MARIA)
                    : office.register(event, newKey(), party(4, "gala"));
        });
        boolean confirmed = answers.stream().anyMatch(answer -> answer.status() == 200);
        long registered =
                answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(answers).extracting(Answer::status).containsOnly(confirmed ? 200 : 201, 409);
        assertThat(registered).isEqualTo(confirmed ? 0 : 1);
        assertThat(office.taken(event, "ballroom")).isEqualTo(4);
    }

    private JsonNode history(Answer registered) {
        return office.get(registered.header("Location") + "/history", eventsTeam())
                .json();
    }

    private static void pass(Answer held) {
        sleepUntil(Instant.parse(held.json().path("until").asString()));
    }

    private static void sleepUntil(Instant instant) {
        var left = Duration.between(Instant.now(), instant);
        await().pollDelay(left.isNegative() ? Duration.ZERO : left.plusMillis(1))
                .atMost(Duration.ofMinutes(1))
                .until(() -> true);
    }
}
