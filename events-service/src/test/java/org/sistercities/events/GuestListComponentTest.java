package org.sistercities.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.newKey;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.RealServices;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestListComponentTest {
    @TempDir
    Path folder;

    private TicketOffice office;
    private String guests = "";
    private String event = "";

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
        var soon = Instant.now().plusSeconds(3600);
        event = office.gala(40, soon, soon.plusSeconds(3600));
        guests = "/api/v1/events/" + event + "/guests";
        register("Maria Rossi", 2, "gala", "Zoë Müller");
        register("=HYPERLINK(1)", 1, "vip", "Ada Byron");
    }

    @Test
    void guests_are_listed_searched_and_filtered_page_by_page() {
        var first = office.get(guests + "?limit=2", eventsTeam()).json();
        assertThat(first.path("items").size()).isEqualTo(2);
        var rest = office.get(guests + "?limit=2&cursor=" + first.path("next").asString(), eventsTeam())
                .json();
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("next").isNull()).isTrue();
        var zoe = office.get(guests + "?q=muller%20zoe", eventsTeam()).json();
        assertThat(zoe.path("items").size()).isEqualTo(1);
        assertThat(zoe.at("/items/0/partyOf").asString()).isEqualTo("Maria Rossi");
        assertThat(found("?ticketType=vip")).isEqualTo(1);
        assertThat(found("?status=CANCELLED")).isZero();
        assertThat(found("?admitted=true")).isZero();
        var ticketId = zoe.at("/items/0/ticketId").asString();
        var admitted = office.send(office.request("/api/v1/events/" + event + "/admissions/" + ticketId)
                .header("Authorization", eventsTeam())
                .PUT(HttpRequest.BodyPublishers.noBody()));
        assertThat(admitted.status()).as(admitted.response().body()).isEqualTo(201);
        assertThat(admitted.json().path("admittedBy").asString()).isEqualTo("erin");
        assertThat(found("?admitted=true")).isEqualTo(1);
        assertThat(found("?admitted=false")).isEqualTo(2);
    }

    @Test
    void the_csv_file_holds_every_guest_and_no_formula() {
        var csv = office.get(guests + ".csv", eventsTeam());
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment; filename=\"guests-gala-");
        var lines = csv.response().body().split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).startsWith("ticketId,guest,name,partyOf");
        assertThat(csv.response().body()).contains("Zoë Müller").contains(",'=HYPERLINK(1),");
    }

    @Test
    void the_workbook_holds_every_guest_as_text() throws Exception {
        var request = office.request(guests + ".xlsx?ticketType=vip")
                .header("Authorization", eventsTeam())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            var sheet = sheet(answer.body());
            assertThat(sheet)
                    .contains("<t>=HYPERLINK(1)</t>", "Ada Byron")
                    .doesNotContain("<f>")
                    .doesNotContain("Zoë");
        }
    }

    @Test
    void the_guest_list_is_for_the_events_team_only() {
        var administrator = TestIssuer.bearer("ada", Role.ADMINISTRATOR);
        var device = TestIssuer.bearer("door", claims -> claims.claim("events", List.of(event)), Role.DOOR_DEVICE);
        var cards = List.of("badges.pdf", "name-cards.pdf");
        for (var card : cards) {
            var path = guests.replace("guests", card);
            assertThat(office.get(path, administrator).status()).isEqualTo(403);
            assertThat(office.get(path, device).status()).isEqualTo(403);
            var pdf = office.get(path + "?sheet=LABEL&sort=PRECEDENCE&ticketType=vip", eventsTeam());
            assertThat(pdf.status()).isEqualTo(200);
            assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(pdf.response().body()).startsWith("%PDF");
        }
        for (var path : List.of(guests, guests + ".csv", guests + ".xlsx")) {
            assertThat(office.get(path, "").status()).isEqualTo(401);
            assertThat(office.get(path, administrator).status()).isEqualTo(403);
            assertThat(office.get(path, device).status()).isEqualTo(403);
        }
        var search = "/api/v1/events/" + event + "/door/guests?q=zoe";
        assertThat(office.get(search, administrator).status()).isEqualTo(403);
        var found = office.get(search, device);
        assertThat(found.json().at("/items/0/name").asString()).isEqualTo("Zoë Müller");
        assertThat(found.response().body()).doesNotContain("example.org");
        assertThat(office.get("/api/v1/events/" + event + "/door/guests?q=z", device)
                        .status())
                .isEqualTo(422);
    }

    private int found(String query) {
        return office.get(guests + query, eventsTeam()).json().path("items").size();
    }

    private void register(String contact, int count, String type, String guest) {
        var body = """
                {"contact": {"name": "%s", "email": "someone@example.org"},
                 "tickets": [{"ticketType": "%s", "count": %d}], "guests": ["%s"]}""".formatted(contact, type, count, guest);
        assertThat(office.register(event, newKey(), body).status()).isEqualTo(201);
    }

    private String sheet(byte[] workbook) throws Exception {
        var file = Files.write(folder.resolve("guests.xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
