package org.sistercities.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.atOnce;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.newKey;
import static org.sistercities.events.TicketOffice.party;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.TicketOffice.Answer;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.RealServices;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorComponentTest {
    private TicketOffice office;
    private String event = "";

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
        event = tonight();
    }

    @Test
    void a_ticket_admits_once_and_the_second_scan_says_who_was_first() {
        var ticket = ticket(event);
        var door = device(event, "North door");
        var admitted = scan(event, ticket, door);
        assertThat(admitted.status()).as(admitted.response().body()).isEqualTo(201);
        assertThat(admitted.json().path("ticketType").asString()).isEqualTo("gala");
        var duplicate = scan(event, ticket, device(event, "South door"));
        assertThat(duplicate.status()).isEqualTo(409);
        assertThat(entry(duplicate)).isEqualTo("DUPLICATE");
        assertThat(duplicate.json().path("firstBy").asString()).startsWith("North door (");
        assertThat(duplicate.json().path("firstAt")).isEqualTo(admitted.json().path("admittedAt"));
    }

    @Test
    void a_scan_answered_into_the_void_gets_its_answer_again() {
        var ticket = ticket(event);
        var door = device(event, "North door");
        var key = newKey();
        var first = office.post(admissions(event), shown(ticket), key, door);
        var again = office.post(admissions(event), shown(ticket), key, door);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void one_ticket_at_many_doors_at_once_admits_exactly_once() {
        var doors = List.of(device(event, "North door"), device(event, "South door"));
        for (int round = 0; round < 5; round++) {
            var ticket = ticket(event);
            var answers = atOnce(8, n -> scan(event, ticket, doors.get(n % 2)));
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .hasSize(7)
                    .allSatisfy(answer -> assertThat(entry(answer)).isEqualTo("DUPLICATE"));
        }
    }

    @Test
    void one_code_redeemed_by_many_devices_at_once_enrols_exactly_one() {
        for (int round = 0; round < 5; round++) {
            var code = code(event, "North door");
            var answers = atOnce(8, _ -> enrol(code));
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .hasSize(7)
                    .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("/problems/code-used"));
        }
        assertThat(enrol("NOSUCHCODE").problem()).isEqualTo("/problems/unknown-code");
    }

    @Test
    void each_reason_not_to_let_somebody_in_has_a_name() {
        var door = device(event, "North door");
        var ticket = ticket(event);
        assertThat(entry(scan(event, "hello", door))).isEqualTo("UNKNOWN");
        assertThat(entry(scan(event, ticket.replace(".1.", ".2."), door))).isEqualTo("FORGED");
        assertThat(entry(scan(event, ticket(tonight()), door))).isEqualTo("WRONG_EVENT");
        var farAhead = office.gala(4);
        var early = scan(farAhead, ticket(farAhead), device(farAhead, "North door"));
        assertThat(entry(early)).isEqualTo("TOO_EARLY");
        assertThat(early.json().path("doorsOpenAt").asString()).isEqualTo("2099-01-16T18:30:00Z");
        var tag = office.get("/api/v1/events/" + event, eventsTeam()).header("ETag");
        office.post(
                "/api/v1/events/" + event + "/cancellation",
                "{\"reason\": \"Snow\"}",
                "",
                eventsTeam(),
                "If-Match",
                tag);
        assertThat(entry(scan(event, ticket, door))).isEqualTo("CANCELLED");
    }

    @Test
    void a_device_works_at_its_own_door_until_it_is_revoked() {
        var door = device(event, "North door");
        var other = tonight();
        assertThat(scan(other, ticket(other), door).problem()).isEqualTo("/problems/not-yours");
        assertThat(office.get("/api/v1/events/" + event + "/registrations", door)
                        .status())
                .isEqualTo(403);
        var devices = "/api/v1/events/" + event + "/door-devices";
        var listed = office.get(devices, eventsTeam());
        assertThat(listed.response().body()).doesNotContain("code\"", "ecret");
        var id = listed.json().at("/items/0/id").asString();
        assertThat(delete(devices + "/" + id, eventsTeam()).status()).isEqualTo(204);
        assertThat(scan(event, ticket(event), door).status()).isEqualTo(401);
        assertThat(scan(event, ticket(event), "Device nonsense").status()).isEqualTo(401);
        assertThat(scan(event, ticket(event), "").status()).isEqualTo(401);
        assertThat(scan(event, ticket(event), TestIssuer.bearer("ada", Role.ADMINISTRATOR))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void undone_the_ticket_admits_again() {
        var door = device(event, "North door");
        var ticket = ticket(event);
        var id = scan(event, ticket, door).json().path("ticketId").asString();
        assertThat(delete(admissions(event) + "/" + id, door).status()).isEqualTo(204);
        assertThat(delete(admissions(event) + "/nobody-1", door).status()).isEqualTo(404);
        assertThat(scan(event, ticket, door).status()).isEqualTo(201);
    }

    @Test
    void what_an_offline_device_uploads_is_merged_and_sent_again_changes_nothing() {
        var online = device(event, "North door");
        var offline = device(event, "Cellar");
        var taken = ticket(event);
        var fresh = ticket(event);
        scan(event, taken, online);
        var upload = """
                {"scans": [{"scanId": "c-1", "ticket": "%s", "at": "%s"},
                           {"scanId": "c-2", "ticket": "%s", "at": "%s"},
                           {"scanId": "c-3", "ticket": "%s", "at": "%s"},
                           {"scanId": "c-4", "ticket": "hello", "at": "%s"}]}""".formatted(taken, ago(60), fresh, ago(50), fresh, ago(40), ago(30));
        var first = office.post(admissions(event) + "/batches", upload, "", offline);
        assertThat(first.status()).as(first.response().body()).isEqualTo(200);
        var items = first.json().path("items");
        assertThat(items.at("/0/entry").asString()).isEqualTo("ADMITTED");
        assertThat(items.at("/0/others/0/by").asString()).startsWith("North door (");
        assertThat(items.at("/1/entry").asString()).isEqualTo("ADMITTED");
        assertThat(items.at("/2/entry").asString()).isEqualTo("DUPLICATE");
        assertThat(items.at("/2/first/id").asString()).isEqualTo("c-2");
        assertThat(items.at("/3/entry").asString()).isEqualTo("UNKNOWN");
        var again = office.post(admissions(event) + "/batches", upload, "", offline);
        assertThat(again.json().at("/items/0")).isEqualTo(items.get(0));
        assertThat(again.json().at("/items/2")).isEqualTo(items.get(2));
        var refused = scan(event, taken, online);
        assertThat(refused.json().path("firstBy").asString()).startsWith("Cellar (");
    }

    @Test
    void counts_are_the_same_at_every_replica(
            @org.springframework.beans.factory.annotation.Autowired Environment here) {
        var door = device(event, "North door");
        scan(event, ticket(event), door);
        try (var other = new SpringApplicationBuilder(EventsApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.mongodb.uri=" + here.getProperty("spring.mongodb.uri"),
                        "--spring.kafka.bootstrap-servers=" + here.getProperty("spring.kafka.bootstrap-servers"),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestIssuer.uri(),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestIssuer.uri() + "/jwks")) {
            var there =
                    new TicketOffice(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(admitted(there, door)).isEqualTo(1)); // loaded
            var ticket = ticket(event);
            scan(event, ticket, door);
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(admitted(there, door)).isEqualTo(2); // told by the topic
                assertThat(admitted(office, door)).isEqualTo(2);
                assertThat(dashboard(there)).isEqualTo(dashboard(office)).contains("\"confirmed\":2", "\"admitted\":2");
            });
            assertThat(entry(there.post(admissions(event), shown(ticket), "", door)))
                    .isEqualTo("DUPLICATE");
        }
    }

    private String dashboard(TicketOffice replica) {
        return replica.get("/api/v1/events/" + event + "/dashboard", eventsTeam())
                .response()
                .body();
    }

    @Test
    void live_counts_are_pushed_as_they_change() throws Exception {
        var door = device(event, "North door");
        var request = office.request(admissions(event) + "/counts")
                .header("Authorization", door)
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var lines = new java.util.concurrent.ConcurrentLinkedQueue<String>();
            var stream = http.sendAsync(request, java.net.http.HttpResponse.BodyHandlers.ofLines());
            var reader = Thread.ofVirtual().start(() -> stream.join().body().forEach(lines::add));
            await().atMost(Duration.ofMinutes(1)).until(() -> lines.toString().contains("{\"admitted\":0"));
            scan(event, ticket(event), door);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> lines.toString().contains("{\"admitted\":1,\"byTicketType\":{\"gala\":1}}"));
            http.shutdownNow();
            reader.join();
        }
    }

    @Test
    void tickets_are_issued_signed_and_drawn_for_the_events_team() {
        var registration = office.register(event, newKey(), party(2, "vip")).header("Location");
        var tickets = office.get(registration + "/tickets", eventsTeam());
        assertThat(tickets.json().path("items").size()).isEqualTo(2);
        assertThat(tickets.json().at("/items/0/name").asString()).isEqualTo("Maria Rossi");
        assertThat(tickets.json().at("/items/1/ticket").asString()).startsWith("T1.");
        assertThat(office.get(registration + "/tickets/2.svg", eventsTeam()).header("Content-Type"))
                .startsWith("image/svg+xml");
        assertThat(office.get(registration + "/tickets/2.png", eventsTeam()).header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(office.get(registration + "/tickets/3.svg", eventsTeam()).problem())
                .isEqualTo("/problems/no-tickets");
        assertThat(office.get(registration + "/tickets", "").status()).isEqualTo(403);
        var root = TestIssuer.bearer("root", Role.ADMINISTRATOR);
        assertThat(office.get(registration + "/tickets", root).status()).isEqualTo(403);
    }

    @Test
    void a_party_reads_all_its_tickets_by_its_link_and_each_guest_their_own() throws Exception {
        var event = office.gala(4);
        var registered = office.register(event, newKey(), party(2, "gala"));
        var path = registered.header("Location");
        var party = registered.json().path("token").asString();
        var second = office.get(path + "/guests", "", "Registration-Token", party)
                .json()
                .at("/items/1/token")
                .asString();
        assertThat(status(path + "/tickets", party)).isEqualTo(200);
        assertThat(office.get(path + "/tickets/2", "", "Registration-Token", second)
                        .json()
                        .path("ticket")
                        .asString())
                .startsWith("T1.");
        for (var own : List.of("/tickets/2.svg", "/tickets/2.png"))
            assertThat(status(path + own, second)).isEqualTo(200);
        assertThat(pages(path + "/tickets.pdf", party)).isEqualTo(2);
        assertThat(pages(path + "/tickets/2.pdf", second)).isEqualTo(1);
        for (var others :
                List.of("/tickets", "/tickets.pdf", "/tickets/1", "/tickets/1.svg", "/tickets/1.png", "/tickets/1.pdf"))
            assertThat(status(path + others, second)).as(others).isEqualTo(403);
        office.step(registered, "cancellation", "");
        assertThat(status(path + "/tickets/2.pdf", second)).isEqualTo(409);
    }

    private int status(String path, String token) {
        return office.get(path, "", "Registration-Token", token).status();
    }

    private int pages(String path, String token) throws Exception {
        var request = office.request(path).header("Registration-Token", token).build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var answer = http.send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray());
            try (var pdf = org.apache.pdfbox.Loader.loadPDF(answer.body())) {
                return pdf.getNumberOfPages();
            }
        }
    }

    @Test
    void keys_are_rotated_and_tickets_of_the_old_one_still_admit() {
        var ticket = ticket(event);
        var administrator = TestIssuer.bearer("ada", Role.ADMINISTRATOR);
        assertThat(office.post("/api/v1/ticket-keys", "", "", eventsTeam()).status())
                .isEqualTo(403);
        var rotated = office.post("/api/v1/ticket-keys", "", "", administrator);
        assertThat(rotated.status()).isEqualTo(201);
        var keys = office.get("/api/v1/ticket-keys", "");
        assertThat(keys.json()).isEqualTo(rotated.json());
        assertThat(keys.json().at("/keys/0/crv").asString()).isEqualTo("Ed25519");
        var door = device(event, "North door");
        assertThat(ticket(event).split("\\.")[1]).isNotEqualTo(ticket.split("\\.")[1]);
        assertThat(scan(event, ticket, door).status()).isEqualTo(201);
        assertThat(scan(event, ticket(event), door).status()).isEqualTo(201);
    }

    private String tonight() {
        var soon = Instant.now().plusSeconds(3600);
        return office.gala(40, soon, soon.plusSeconds(3600));
    }

    private String ticket(String event) {
        var registered = office.register(event, newKey(), party(1, "gala"));
        return office.get(registered.header("Location") + "/tickets", eventsTeam())
                .json()
                .at("/items/0/ticket")
                .asString();
    }

    private String device(String event, String name) {
        return enrol(code(event, name)).json().path("authorization").asString();
    }

    private String code(String event, String name) {
        var path = "/api/v1/events/" + event + "/door-devices";
        return office.post(path, "{\"name\": \"%s\"}".formatted(name), "", eventsTeam())
                .json()
                .path("code")
                .asString();
    }

    private Answer enrol(String code) {
        return office.post("/api/v1/door-devices/enrolments", "{\"code\": \"%s\"}".formatted(code), "", "");
    }

    private Answer scan(String event, String ticket, String authorization) {
        return office.post(admissions(event), shown(ticket), "", authorization);
    }

    private Answer delete(String path, String authorization) {
        return office.send(office.request(path)
                .header("Authorization", authorization)
                .method("DELETE", HttpRequest.BodyPublishers.noBody()));
    }

    private int admitted(TicketOffice replica, String door) {
        return replica.get(admissions(event) + "/counts", door)
                .json()
                .path("admitted")
                .asInt();
    }

    private static String entry(Answer refused) {
        assertThat(refused.problem()).as(refused.response().body()).isEqualTo("/problems/entry-refused");
        return refused.json().path("entry").asString();
    }

    private static String shown(String ticket) {
        return "{\"ticket\": \"%s\"}".formatted(ticket);
    }

    private static String admissions(String event) {
        return "/api/v1/events/" + event + "/admissions";
    }

    private static Instant ago(int seconds) {
        return Instant.now().minusSeconds(seconds);
    }
}
