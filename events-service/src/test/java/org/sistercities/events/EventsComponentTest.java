package org.sistercities.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.draft;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.newKey;
import static org.sistercities.events.TicketOffice.party;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.RealServices;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsComponentTest {
    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    private TicketOffice office;

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
    }

    @Test
    void an_event_is_drafted_published_and_registered_for() {
        var slug = slug();
        var drafted = office.post("/api/v1/events", draft(slug, 4), newKey(), eventsTeam());
        assertThat(drafted.status()).isEqualTo(201);
        var id = drafted.json().path("id").asString();
        assertThat(drafted.header("Location")).isEqualTo("/api/v1/events/" + id);
        assertThat(drafted.json().path("status").asString()).isEqualTo("DRAFT");
        assertThat(office.get("/api/v1/events/" + slug, "").status()).isEqualTo(404);
        assertThat(office.register(slug, newKey(), party(1, "gala")).status()).isEqualTo(404);

        var seen = office.get("/api/v1/events/" + slug, eventsTeam());
        assertThat(publish(slug, seen.header("ETag")).status()).isEqualTo(200);

        var page = office.get("/api/v1/events/" + slug, "");
        assertThat(page.json().path("startsAt").asString()).isEqualTo("2099-01-16T17:30:00-05:00");
        assertThat(page.json().path("hostCityId").asString()).isEqualTo("gn4140963");
        assertThat(page.json().at("/programme/1/startsAt").asString()).isEqualTo("2099-07-16T19:00:00-04:00");
        assertThat(page.json().at("/ticketTypes/0/left").asInt()).isEqualTo(4);
        assertThat(page.json().at("/ticketTypes/1/left").asInt()).isEqualTo(2);
        assertThat(page.json().at("/ticketTypes/2/price/amount").asString()).isEqualTo("250.00");
        assertThat(page.json().at("/ticketTypes/3/onSale").asBoolean()).isFalse();

        var registered = office.register(slug, newKey(), party(3, "gala"));
        assertThat(registered.status()).isEqualTo(201);
        var registration = registered.json();
        assertThat(registration.path("eventId").asString()).isEqualTo(id);
        assertThat(registration.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(registration.path("places").asInt()).isEqualTo(3);
        assertThat(registration.at("/total/amount").asString()).isEqualTo("0.00");
        assertThat(registration.has("contact")).isFalse();

        var complete = office.get(registered.header("Location"), eventsTeam());
        assertThat(complete.json().at("/contact/email").asString()).isEqualTo("maria@example.org");
        assertThat(complete.json().at("/guests/0").asString()).isEqualTo("Maria Rossi");
        assertThat(office.get("/api/v1/events/" + slug, "")
                        .json()
                        .at("/ticketTypes/0/left")
                        .asInt())
                .isEqualTo(1);
        assertThat(office.taken(id, "ballroom")).isEqualTo(3);
        assertThat(office.taken(id, "vip-room")).isZero();
    }

    @Test
    void what_happened_reaches_kafka_without_personal_data_and_in_the_trace_of_its_request() {
        var event = office.gala(4);
        var traceId = UUID.randomUUID().toString().replace("-", "");
        var registered = office.send(office.request("/api/v1/events/" + event + "/registrations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", newKey())
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .POST(HttpRequest.BodyPublishers.ofString(party(2, "vip"))));
        var id = registered.json().path("id").asString();

        var sent = recordsUntil(event, id);
        assertThat(sent)
                .filteredOn(record -> record.key().equals(event))
                .singleElement()
                .satisfies(published -> {
                    assertThat(header(published, "ce_type")).isEqualTo("events.event-published.v1");
                    assertThat(text(published)).contains("Hall of the Americas", "2099-01-16T22:30:00Z");
                });
        assertThat(sent)
                .filteredOn(record -> record.key().equals(id))
                .singleElement()
                .satisfies(confirmed -> {
                    assertThat(header(confirmed, "ce_type")).isEqualTo("events.registration-confirmed.v1");
                    assertThat(header(confirmed, "traceparent")).contains(traceId);
                    assertThat(text(confirmed)).contains("\"places\":2", event).doesNotContain("Maria", "maria");
                });
    }

    @Test
    void the_list_shows_published_events_by_their_beginning_page_by_page() {
        for (int i = 0; i < 3; i++) office.gala(1);
        office.post("/api/v1/events", draft(slug(), 1), newKey(), eventsTeam());
        var slugs = new ArrayList<String>();
        var next = "";
        do {
            var page = office.get("/api/v1/events?limit=2" + next, "").json();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            page.path("items").forEach(item -> slugs.add(item.path("slug").asString()));
            next = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        assertThat(slugs).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(office.get("/api/v1/events?cursor=nonsense", "").problem()).isEqualTo("/problems/unknown-cursor");
    }

    @Test
    void a_page_is_fresh_until_a_place_is_sold_and_a_sale_keeps_nobody_from_editing() {
        var event = office.gala(4);
        var first = office.get("/api/v1/events/" + event, "");
        var tag = first.header("ETag");
        assertThat(office.get("/api/v1/events/" + event, "", "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
        office.register(event, newKey(), party(1, "gala"));
        assertThat(office.get("/api/v1/events/" + event, "", "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
        assertThat(publish(event, tag).status()).isEqualTo(200);
    }

    @Test
    void staff_writes_need_the_revision_they_are_based_on() {
        var event = office.gala(4);
        assertThat(publish(event, "\"1\"").status()).isEqualTo(412);
        var blind = office.post("/api/v1/events/" + event + "/publication", "", "", eventsTeam());
        assertThat(blind.status()).isEqualTo(428);
    }

    @Test
    void a_draft_sent_again_is_the_same_draft_and_a_slug_is_taken_once() {
        var slug = slug();
        var key = newKey();
        var first = office.post("/api/v1/events", draft(slug, 4), key, eventsTeam());
        var again = office.post("/api/v1/events", draft(slug, 4), key, eventsTeam());
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(office.post("/api/v1/events", draft(slug, 5), key, eventsTeam())
                        .problem())
                .isEqualTo("/problems/idempotency-key-reused");
        assertThat(office.post("/api/v1/events", draft(slug, 4), newKey(), eventsTeam())
                        .problem())
                .isEqualTo("/problems/already-exists");
    }

    @Test
    void a_registration_sent_again_is_the_same_registration_also_when_nothing_is_left() {
        var event = office.gala(4);
        var key = newKey();
        var first = office.register(event, key, party(4, "gala"));
        var again = office.register(event, key, party(4, "gala"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        var other = office.register(event, key, party(1, "gala"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(office.taken(event, "ballroom")).isEqualTo(4);
    }

    @Test
    void sold_out_says_what_is_left() {
        var event = office.gala(4);
        office.register(event, newKey(), party(3, "gala"));
        var refused = office.register(event, newKey(), party(2, "gala"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/sold-out");
        assertThat(refused.json().at("/left/gala").asInt()).isEqualTo(1);
        assertThat(office.register(event, newKey(), party(1, "gala")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "1,  late,   409, not-on-sale",
        "1,  patron, 409, payment-not-offered",
        "1,  golden, 422, unknown-ticket-type",
        "5,  vip,    422, party-size-refused",
        "0,  gala,   422, invalid-request"
    })
    void a_refusal_is_named_and_changes_nothing(int count, String type, int status, String problem) {
        var event = office.gala(50);
        var refused = office.register(event, newKey(), party(count, type));
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.problem()).isEqualTo("/problems/" + problem);
        assertThat(office.taken(event, "ballroom")).isZero();
        assertThat(office.registrations(event)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                       | 422 | invalid-request",
                "[]                                                       | 400 | unreadable-request",
                "{\"contact\":                                            | 400 | unreadable-request",
                "{\"contact\":{\"name\":\"A\",\"email\":\"no\"},\"tickets\":[{\"ticketType\":\"gala\",\"count\":1}]} | 422 | invalid-request",
                "{\"contact\":{\"name\":\"A\",\"email\":\"a@b.c\"},\"tickets\":[null]} | 422 | invalid-request",
                "{\"contact\":{\"name\":\"A\",\"email\":\"a@b.c\"},\"tickets\":[{\"ticketType\":\"gala\"}]} | 400 | unreadable-request",
                "{\"contact\":{\"name\":\"A\",\"email\":\"a@b.c\"},\"tickets\":[{\"ticketType\":\"gala\",\"count\":1.5}]} | 400 | unreadable-request",
                "{\"contact\":{\"name\":\"A\",\"email\":\"a@b.c\"},\"tickets\":[{\"ticketType\":\"gala\",\"count\":99999999999}]} | 400 | unreadable-request",
                "{\"contact\":{\"name\":\"A\",\"email\":\"a@b.c\"},\"tickets\":[{\"ticketType\":\"gala\",\"count\":1}],\"price\":\"0\"} | 400 | unreadable-request",
                "{\"contact\":{\"name\":\"A\\nB\",\"email\":\"a@b.c\"},\"tickets\":[{\"ticketType\":\"gala\",\"count\":1}]} | 422 | invalid-request",
                "{\"contact\":{\"name\":\"A\",\"email\":\"a@b.c\"},\"tickets\":[{\"ticketType\":\"gala\",\"count\":1}],\"guests\":[\"A\",\"B\"]} | 422 | more-guests-than-places"
            })
    void a_malformed_registration_is_a_named_problem(String body, int status, String problem) {
        var event = office.gala(50);
        var refused = office.register(event, newKey(), body);
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(status);
        assertThat(refused.problem()).isEqualTo("/problems/" + problem);
        assertThat(office.taken(event, "ballroom")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "America/New_York | Mars/Olympus  | 400 | unreadable-request",
                "USD              | DOLLAR        | 400 | unreadable-request",
                "2099-01-16T17:30:00-05:00 | 2099-01-16T17:30:00 | 400 | unreadable-request",
                "\"250.00\"       | \"250.001\"   | 422 | not-an-amount",
                "\"250.00\"       | \"-1\"        | 422 | invalid-request",
                "\"US\"           | \"us\"        | 422 | invalid-request",
                "[\"ballroom\"]   | [\"garden\"]  | 422 | unknown-quota",
                "\"id\": \"vip\"  | \"id\": \"gala\" | 422 | named-twice",
                "\"capacity\": 2  | \"capacity\": 0 | 422 | invalid-request"
            })
    void a_malformed_draft_is_a_named_problem(String right, String wrong, int status, String problem) {
        var slug = slug();
        var body = draft(slug, 4).replace(right, wrong);
        var refused = office.post("/api/v1/events", body, newKey(), eventsTeam());
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(status);
        assertThat(refused.problem()).isEqualTo("/problems/" + problem);
        assertThat(office.get("/api/v1/events/" + slug, eventsTeam()).status()).isEqualTo(404);
    }

    @Test
    void a_key_is_required() {
        var event = office.gala(1);
        assertThat(office.register(event, "", party(1, "gala")).status()).isEqualTo(400);
        assertThat(office.post("/api/v1/events", draft(slug(), 1), "", eventsTeam())
                        .status())
                .isEqualTo(400);
        assertThat(office.register("no-such-event", newKey(), party(1, "gala")).problem())
                .isEqualTo("/problems/no-such-aggregate");
    }

    @Test
    void personal_data_and_planning_are_for_the_events_team_only() {
        var event = office.gala(1);
        var registered = office.register(event, newKey(), party(1, "gala"));
        var administrator = TestIssuer.bearer("ada", Role.ADMINISTRATOR, Role.EDITOR);
        for (var path : List.of(
                registered.header("Location") + "/history",
                "/api/v1/events/" + event + "/registrations",
                "/api/v1/events/" + event + "/quotas")) {
            assertThat(office.get(path, "").status()).as(path).isEqualTo(401);
            assertThat(office.get(path, administrator).status()).as(path).isEqualTo(403);
            assertThat(office.get(path, eventsTeam()).status()).as(path).isEqualTo(200);
        }
        assertThat(office.post("/api/v1/events", draft(slug(), 1), newKey(), administrator)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_registration_is_shown_to_the_party_itself_and_the_events_team() {
        var event = office.gala(2);
        var registered = office.register(event, newKey(), party(1, "gala"));
        var others = office.register(event, newKey(), party(1, "gala")).json().path("token");
        var path = registered.header("Location");
        var token = registered.json().path("token").asString();
        assertThat(office.get(path, "", "Registration-Token", token)
                        .json()
                        .at("/contact/name")
                        .asString())
                .isEqualTo("Maria Rossi");
        assertThat(office.get(path, eventsTeam()).status()).isEqualTo(200);
        assertThat(office.get(path, "").problem()).isEqualTo("/problems/not-your-registration");
        assertThat(office.get(path, "", "Registration-Token", others.asString()).status())
                .isEqualTo(403);
        assertThat(office.get(path, TestIssuer.bearer("ada", Role.ADMINISTRATOR))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void registrations_are_listed_in_their_order_page_by_page() {
        var event = office.gala(10);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++)
            ids.add(office.register(event, newKey(), party(2, "gala"))
                    .json()
                    .path("id")
                    .asString());
        var first = office.get("/api/v1/events/" + event + "/registrations?limit=3", eventsTeam())
                .json();
        assertThat(first.path("items").size()).isEqualTo(3);
        var rest = office.get(
                        "/api/v1/events/" + event + "/registrations?limit=3&cursor="
                                + first.path("next").asString(),
                        eventsTeam())
                .json();
        assertThat(rest.path("next").isNull()).isTrue();
        var listed = new ArrayList<String>();
        first.path("items").forEach(item -> listed.add(item.path("id").asString()));
        rest.path("items").forEach(item -> listed.add(item.path("id").asString()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(Instant.parse(first.at("/items/0/confirmedAt").asString()))
                .isCloseTo(Instant.now(), within(Duration.ofMinutes(10)));
    }

    private TicketOffice.Answer publish(String event, String tag) {
        return office.send(office.request("/api/v1/events/" + event + "/publication")
                .header("Authorization", eventsTeam())
                .header("If-Match", tag)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** What is on the topic once each of these has come; they may lie in different partitions, which are read in no order. */
    private List<ConsumerRecord<String, byte[]>> recordsUntil(String... keys) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumers.createConsumer("test-" + UUID.randomUUID(), null, null, new Properties())) {
            consumer.subscribe(List.of("sistercities.events"));
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.stream().map(ConsumerRecord::key).toList().containsAll(List.of(keys));
            });
        }
        return records;
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String slug() {
        return "gala-" + UUID.randomUUID();
    }
}
