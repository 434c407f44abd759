package org.sistercities.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.draft;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.newKey;
import static org.sistercities.events.TicketOffice.party;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercities.events.TicketOffice.Answer;
import org.sistercities.platform.testing.RealServices;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanningComponentTest {
    private static final String PLAN = """
            {"slug": "%s", "title": "%s", "kind": "RECEPTION",
             "description": "An *evening* of peace through people.", "dressCode": "Black tie",
             "venue": {"name": "Organization of American States", "city": "Washington, DC", "countryCode": "US",
                       "address": "200 17th St NW", "rooms": ["Hall of the Americas", "VIP room"]},
             "zone": "America/New_York", "startsAt": "2099-01-16T17:30:00-05:00", "endsAt": "2099-01-16T23:00:00-05:00",
             "programme": [{"title": "VIP reception", "startsAt": "2099-01-16T17:30:00-05:00", "room": "VIP room"},
                           {"title": "Gala dinner", "startsAt": "2099-01-16T19:00:00-05:00",
                            "endsAt": "2099-01-16T22:00:00-05:00", "room": "Hall of the Americas"}],
             "billing": {"hosts": [{"name": "Sister Cities International"}],
                         "coSponsors": [{"name": "Embassy of Italy", "tier": "Gold", "seats": 10, "logoImageId": "logo-1",
                                         "mention": "With the generous support of the Embassy of Italy"}],
                         "masterOfCeremonies": {"name": "Maria Rossi", "title": "Anchor", "organisation": "Channel 4"},
                         "honoraryChair": {"name": "Ada Byron"}}}""";

    private static final String GARDEN_PARTY = """
            {"id": "garden-party", "name": "Garden party", "price": {"amount": "0.00", "currency": "USD"},
             "quotas": ["garden"]}""";

    private TicketOffice office;

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
    }

    @Test
    void drafts_are_listed_for_the_events_team_until_they_are_published() {
        var draft = office.post("/api/v1/events", draft(slug(), 4), newKey(), eventsTeam())
                .json();
        var drafts = office.get("/api/v1/events/drafts?limit=100", eventsTeam()).json();
        assertThat(drafts.path("items")
                        .valueStream()
                        .map(item -> item.path("id").asString()))
                .contains(draft.path("id").asString())
                .doesNotContain(office.gala(4));
        assertThat(office.get("/api/v1/events/drafts", "").status()).isEqualTo(401);
    }

    @Test
    void a_published_event_is_edited_from_the_revision_its_author_has_read() {
        var event = office.gala(4);
        var page = office.get("/api/v1/events/" + event, eventsTeam());
        var slug = page.json().path("slug").asString();
        var edited = office.replace("/api/v1/events/" + event, PLAN.formatted(slug, "The Gala"), page.header("ETag"));
        assertThat(edited.status()).as(edited.response().body()).isEqualTo(200);

        var after = office.get("/api/v1/events/" + slug, "").json();
        assertThat(after.path("title").asString()).isEqualTo("The Gala");
        assertThat(after.path("kind").asString()).isEqualTo("RECEPTION");
        assertThat(after.path("endsAt").asString()).isEqualTo("2099-01-16T23:00:00-05:00");
        assertThat(after.at("/programme/1/room").asString()).isEqualTo("Hall of the Americas");
        assertThat(after.at("/venue/rooms/1").asString()).isEqualTo("VIP room");
        assertThat(after.at("/billing/coSponsors/0/tier").asString()).isEqualTo("Gold");
        assertThat(after.at("/billing/masterOfCeremonies/organisation").asString())
                .isEqualTo("Channel 4");
        assertThat(after.path("ticketTypes").size()).isEqualTo(4);

        var stale = office.replace("/api/v1/events/" + event, PLAN.formatted(slug, "No"), page.header("ETag"));
        assertThat(stale.status()).isEqualTo(412);
        var moved = office.replace("/api/v1/events/" + event, PLAN.formatted(slug(), "No"), edited.header("ETag"));
        assertThat(moved.problem()).isEqualTo("/problems/slug-is-published");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2099-01-16T17:30:00-05:00 | 2099-01-16T17:30:00-04:00 | 422 | offset-of-another-zone",
                "2099-01-16T17:30:00-05:00 | 2099-01-16T17:30:00       | 400 | unreadable-request",
                "2099-01-16T23:00:00-05:00 | 2099-01-16T17:00:00-05:00 | 422 | ends-before-it-starts",
                "2099-01-16T22:00:00-05:00 | 2099-01-16T23:30:00-05:00 | 422 | outside-the-event",
                "\"room\": \"VIP room\"    | \"room\": \"Garden\"      | 422 | unknown-room",
                "\"VIP room\"]             | \"Hall of the Americas\"] | 422 | named-twice",
                "\"RECEPTION\"             | \"PICNIC\"                | 400 | unreadable-request",
                "\"kind\": \"RECEPTION\", | '' | 422 | invalid-request",
                "\"seats\": 10             | \"seats\": -1             | 422 | invalid-request",
                "\"description\"           | \"registration\": {\"invoiceDays\": 3}, \"description\" | 422 | invalid-request",
                "\"description\"           | \"quotas\": [{\"id\": \"a\", \"name\": \"A\", \"capacity\": 1}], \"description\" | 422 | invalid-request"
            })
    void a_plan_that_makes_no_sense_is_a_named_problem_and_changes_nothing(
            String right, String wrong, int status, String problem) {
        var event = office.gala(4);
        var before = office.get("/api/v1/events/" + event, eventsTeam());
        var plan = PLAN.formatted(before.json().path("slug").asString(), "The Gala")
                .replace(right, wrong);
        var refused = office.replace("/api/v1/events/" + event, plan, before.header("ETag"));
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(status);
        assertThat(refused.problem()).isEqualTo("/problems/" + problem);
        assertThat(office.get("/api/v1/events/" + event, eventsTeam()).json()).isEqualTo(before.json());
    }

    @Test
    void a_room_that_was_not_planned_is_opened_and_sold_while_the_event_is_on_sale() {
        var event = office.gala(4);
        var path = "/api/v1/events/" + event;
        var room = "{\"id\": \"garden\", \"name\": \"Garden\", \"capacity\": 2}";
        var tag = office.get(path + "/quotas", eventsTeam()).header("ETag");
        assertThat(office.post(path + "/quotas", room, "", eventsTeam()).status())
                .isEqualTo(428);
        var opened = office.post(path + "/quotas", room, "", eventsTeam(), "If-Match", tag);
        assertThat(opened.status()).as(opened.response().body()).isEqualTo(200);
        assertThat(office.post(path + "/quotas", room, "", eventsTeam(), "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(office.post(path + "/quotas", room, "", eventsTeam(), "If-Match", opened.header("ETag"))
                        .problem())
                .isEqualTo("/problems/quota-exists");

        var offer = office.get(path + "/ticket-types", eventsTeam());
        var only = "{\"ticketTypes\": [" + GARDEN_PARTY + "]}";
        var more = offer.response().body().replace("\"ticketTypes\":[", "\"ticketTypes\":[" + GARDEN_PARTY + ",");
        assertThat(office.replace(path + "/ticket-types", only, offer.header("ETag"))
                        .problem())
                .isEqualTo("/problems/ticket-type-stays");
        var sold = office.replace(path + "/ticket-types", more, offer.header("ETag"));
        assertThat(sold.status()).as(sold.response().body()).isEqualTo(200);
        assertThat(office.get(path + "/ticket-types", eventsTeam()).json()).isEqualTo(sold.json());
        assertThat(office.register(event, newKey(), party(2, "garden-party")).status())
                .isEqualTo(201);
        assertThat(office.register(event, newKey(), party(1, "garden-party")).problem())
                .isEqualTo("/problems/sold-out");
        assertThat(office.register(event, newKey(), party(1, "gala")).status()).isEqualTo(201);
    }

    @Test
    void cancelled_it_cancels_every_registration_and_gives_back_every_place() {
        var event = office.gala(4);
        var coming = List.of(
                office.register(event, newKey(), party(3, "gala")),
                office.register(event, newKey(), party(1, "gala")),
                office.register(event, newKey(), TicketOffice.waiting(2, "gala")));

        step(event, "cancellation", "{\"reason\": \"A snowstorm closes the city.\"}");

        for (var registered : coming)
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                var seen = office.seen(registered);
                assertThat(seen.path("status").asString()).isEqualTo("CANCELLED");
            });
        assertThat(office.taken(event, "ballroom")).isZero();
        var history = office.get(coming.getFirst().header("Location") + "/history", eventsTeam())
                .json();
        assertThat(history.path("items").valueStream().toList())
                .last()
                .satisfies(entry -> assertThat(entry.path("detail").asString()).contains("snowstorm"));
    }

    @Test
    void cancelled_it_sells_nothing_and_everybody_sees_why() {
        var event = office.gala(4);
        var cancelled = step(event, "cancellation", "{\"reason\": \"A snowstorm closes the city.\"}");
        assertThat(cancelled.status()).as(cancelled.response().body()).isEqualTo(200);
        var page = office.get("/api/v1/events/" + event, "").json();
        assertThat(page.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(page.at("/cancelled/reason").asString()).isEqualTo("A snowstorm closes the city.");
        assertThat(page.at("/ticketTypes/0/onSale").asBoolean()).isFalse();
        var refused = office.register(event, newKey(), party(1, "gala"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/event-is-cancelled");
        assertThat(office.taken(event, "ballroom")).isZero();
        assertThat(step(event, "publication", "").problem()).isEqualTo("/problems/event-is-closed");
        assertThat(listed("?limit=100")).contains(event);
        assertThat(listed("?archive=true&limit=100")).doesNotContain(event);
        assertThat(office.get("/api/v1/events/" + event + ".ics", "").response().body())
                .contains("STATUS:CANCELLED");
    }

    @Test
    void it_is_concluded_when_it_is_over_and_then_found_in_the_archive() {
        assertThat(step(office.gala(4), "conclusion", "").problem()).isEqualTo("/problems/not-over-yet");
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var event = office.gala(4, now.minusSeconds(3600), now.plusMillis(2_500));
        assertThat(listed("?limit=100")).contains(event);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(step(event, "conclusion", "").status()).isEqualTo(200));
        assertThat(office.get("/api/v1/events/" + event, "")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("CONCLUDED");
        assertThat(listed("?archive=true&limit=100")).contains(event);
        assertThat(listed("?limit=100")).doesNotContain(event);
    }

    @Test
    void a_copy_is_a_draft_with_the_same_quotas_and_nothing_taken() {
        var event = office.gala(4);
        office.register(event, newKey(), party(3, "gala"));
        var slug = slug();
        var body = "{\"slug\": \"%s\", \"startsAt\": \"2100-06-19T17:30:00-04:00\"}".formatted(slug);
        var key = newKey();
        var copied = office.post("/api/v1/events/" + event + "/copies", body, key, eventsTeam());
        assertThat(copied.status()).as(copied.response().body()).isEqualTo(201);
        assertThat(copied.json().path("status").asString()).isEqualTo("DRAFT");
        assertThat(copied.json().at("/ticketTypes/0/left").asInt()).isEqualTo(4);
        assertThat(copied.json().at("/programme/0/startsAt").asString()).isEqualTo("2100-06-19T17:30:00-04:00");
        assertThat(copied.json().at("/ticketTypes/2/sales/until").asString()).isEqualTo("2100-06-04T00:00:00-04:00");
        var again = office.post("/api/v1/events/" + event + "/copies", body, key, eventsTeam());
        assertThat(again.json()).isEqualTo(copied.json());
        var taken = office.post("/api/v1/events/" + event + "/copies", body, newKey(), eventsTeam());
        assertThat(taken.problem()).isEqualTo("/problems/already-exists");
    }

    @Test
    void the_list_is_filtered() {
        var event = office.gala(4);
        assertThat(listed("?limit=100&hostCity=gn4140963&kind=GALA")).contains(event);
        assertThat(listed("?limit=100&hostCity=gn0")).isEmpty();
        assertThat(listed("?limit=100&kind=CONFERENCE")).doesNotContain(event);
        assertThat(listed("?limit=100&from=2099-01-16T22:30:00Z&to=2099-01-16T22:30:01Z"))
                .contains(event);
        assertThat(listed("?limit=100&from=2099-01-16T22:30:01Z")).doesNotContain(event);
        assertThat(listed("?limit=100&to=2099-01-16T22:30:00Z")).doesNotContain(event);
        assertThat(office.get("/api/v1/events?kind=PICNIC", "").status()).isEqualTo(400);
    }

    @Test
    void calendars_read_events() {
        var event = office.gala(4);
        var one = office.get("/api/v1/events/" + event + ".ics", "");
        assertThat(one.header("Content-Type")).startsWith("text/calendar");
        assertThat(one.response().body()).contains("UID:" + event, "SEQUENCE:2", "BEGIN:VTIMEZONE");
        assertThat(office.get("/api/v1/events/" + event + ".ics", "", "If-None-Match", one.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(office.get("/api/v1/events.ics", "").response().body()).contains("UID:" + event);
        var draft = office.post("/api/v1/events", draft(slug(), 1), newKey(), eventsTeam());
        assertThat(office.get(draft.header("Location") + ".ics", "").status()).isEqualTo(404);
    }

    private Answer step(String event, String step, String body) {
        var tag = office.get("/api/v1/events/" + event, eventsTeam()).header("ETag");
        return office.post("/api/v1/events/" + event + "/" + step, body, "", eventsTeam(), "If-Match", tag);
    }

    /** On all pages: other tests have events of their own here. */
    private List<String> listed(String query) {
        var ids = new ArrayList<String>();
        var next = "";
        do {
            var page = office.get("/api/v1/events" + query + next, "").json();
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            next = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return ids;
    }

    private static String slug() {
        return "gala-" + UUID.randomUUID();
    }
}
