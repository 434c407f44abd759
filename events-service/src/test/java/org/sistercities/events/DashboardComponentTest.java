package org.sistercities.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.hold;
import static org.sistercities.events.TicketOffice.newKey;
import static org.sistercities.events.TicketOffice.party;
import static org.sistercities.events.TicketOffice.waiting;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.RealServices;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DashboardComponentTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Instant due = Instant.now().plus(Duration.ofDays(30));
    private TicketOffice office;

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
    }

    @Test
    void every_place_is_counted_where_it_stands() {
        var event = office.conference(10);
        office.register(event, newKey(), party(2, "gala"));
        var leaving = office.register(event, newKey(), party(1, "gala"));
        office.step(leaving, "cancellation", "");
        office.register(event, newKey(), hold(1, "gala"));
        office.register(event, newKey(), party(1, "patron"));
        office.register(event, newKey(), party(1, "press"));
        var regretting = office.invite(event, "Ada Byron", "vip", 1, due);
        office.step(regretting, "regret", "");
        office.invite(event, "Bob Obama", "vip", 1, due);
        office.register(event, newKey(), waiting(5, "gala"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            var board = dashboard(event);
            var ballroom = of(board.path("quotas"), "ballroom");
            assertThat(ballroom.path("capacity").asInt()).isEqualTo(10);
            assertThat(ballroom.path("taken").asInt()).isEqualTo(2);
            assertThat(ballroom.path("held").asInt()).isEqualTo(4);
            assertThat(ballroom.path("left").asInt()).isEqualTo(4);
            assertThat(ballroom.path("awaitingPayment").asInt()).isEqualTo(1);
            assertThat(ballroom.path("invited").asInt()).isEqualTo(2);
            assertThat(ballroom.path("waiting").asInt()).isEqualTo(5);
            var gala = of(board.path("ticketTypes"), "gala");
            assertThat(gala.path("confirmed").asInt()).isEqualTo(2);
            assertThat(gala.path("cancelled").asInt()).isEqualTo(1);
            assertThat(gala.path("waiting").asInt()).isEqualTo(5);
            assertThat(of(board.path("ticketTypes"), "patron")
                            .path("awaitingPayment")
                            .asInt())
                    .isEqualTo(1);
            assertThat(of(board.path("ticketTypes"), "press")
                            .path("awaitingApproval")
                            .asInt())
                    .isEqualTo(1);
            var vip = of(board.path("ticketTypes"), "vip");
            assertThat(vip.path("invited").asInt()).isEqualTo(2);
            assertThat(vip.path("cancelled").asInt()).isEqualTo(2);
            assertThat(board.at("/invitations/REGRETTED").asInt()).isEqualTo(1);
            assertThat(board.at("/invitations/AWAITED").asInt()).isEqualTo(1);
            assertThat(board.at("/registrations/0/guests").asInt()).isGreaterThanOrEqualTo(1);
        });
        office.resize(event, "ballroom", 12);
        await().atMost(PATIENCE).untilAsserted(() -> {
            var ballroom = of(dashboard(event).path("quotas"), "ballroom");
            assertThat(ballroom.path("offered").asInt()).isEqualTo(5);
            assertThat(ballroom.path("waiting").asInt()).isZero();
        });
    }

    @Test
    void admissions_are_counted_by_the_hour() {
        var soon = Instant.now().plusSeconds(3600);
        var event = office.gala(4, soon, soon.plusSeconds(3600));
        var registered = office.register(event, newKey(), party(2, "gala"));
        var ticket = registered.json().path("id").asString() + "-1";
        office.send(office.request("/api/v1/events/" + event + "/admissions/" + ticket)
                .header("Authorization", eventsTeam())
                .PUT(HttpRequest.BodyPublishers.noBody()));
        await().atMost(PATIENCE).untilAsserted(() -> {
            var board = dashboard(event);
            assertThat(of(board.path("ticketTypes"), "gala").path("admitted").asInt())
                    .isEqualTo(1);
            assertThat(board.at("/admissions/0/guests").asInt()).isEqualTo(1);
            assertThat(board.at("/admissions/0/hour").asString()).endsWith(":00:00Z");
        });
    }

    @Test
    void whoever_watches_sees_it_change() throws Exception {
        var event = office.gala(4);
        var request = office.request("/api/v1/events/" + event + "/dashboard")
                .header("Authorization", eventsTeam())
                .header("Accept", "text/event-stream")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body();
            office.register(event, newKey(), party(3, "gala"));
            assertThat(lines.anyMatch(line -> line.startsWith("data:") && line.contains("\"confirmed\":3")))
                    .isTrue();
            http.shutdownNow();
        }
    }

    @Test
    void it_is_for_the_events_team_only() {
        var path = "/api/v1/events/" + office.gala(1) + "/dashboard";
        assertThat(office.get(path, TestIssuer.bearer("root", Role.ADMINISTRATOR))
                        .status())
                .isEqualTo(403);
        assertThat(office.get(path, "").status()).isEqualTo(401);
    }

    private JsonNode dashboard(String event) {
        return office.get("/api/v1/events/" + event + "/dashboard", eventsTeam())
                .json();
    }

    private static JsonNode of(JsonNode lines, String id) {
        for (var line : lines) if (line.path("id").asString().equals(id)) return line;
        throw new AssertionError("no " + id);
    }
}
