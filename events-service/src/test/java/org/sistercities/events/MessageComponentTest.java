package org.sistercities.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.newKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.testing.RealServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DirtiesContext
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageComponentTest {
    private static final PostOffice POST = new PostOffice();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    private TicketOffice office;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", POST::port);
        properties.add("sistercities.mail.look-every", () -> "100ms");
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
    }

    @AfterAll
    static void close() {
        POST.close();
    }

    @Test
    void a_confirmed_party_gets_its_tickets_once_however_often_the_event_is_delivered() throws Exception {
        var event = office.gala(10);
        var address = address("maria");
        var registration = register(event, address, "Müller, 李 <b>Rossi</b>");
        var mail = mailFor(address);

        assertThat(mail.subject()).isEqualTo("Your places at Inaugural Gala");
        assertThat(mail.text("text/plain"))
                .contains("Müller, 李 <b>Rossi</b>", "Friday, 16 January 2099, 17:30 EST", "2 × Gala dinner");
        assertThat(mail.text("text/html")).contains("Müller, 李 &lt;b&gt;Rossi").doesNotContain("<b>Rossi");
        assertThat(mail.text("text/calendar"))
                .contains("BEGIN:VEVENT", "DTSTART;TZID=America/New_York:20990116T173000");
        try (var tickets = Loader.loadPDF(mail.parts().get("application/pdf"))) {
            assertThat(tickets.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(tickets))
                    .contains("Müller, 李", "Guest 2", registration + "-1", registration + "-2");
        }
        keep(mail);

        deliverAgain(registration);
        var other = address("after");
        register(event, other, "Ada");
        mailFor(other); // sent after the repetition was read, at least from its partition or not: so look a while
        // longer
        await().during(Duration.ofSeconds(3))
                .atMost(PATIENCE)
                .until(() -> POST.mailFor(address).size() == 1);
    }

    @Test
    void whoever_gives_up_places_is_told_and_whoever_waited_for_them_is_offered_them() {
        var event = office.gala(2);
        var first = address("first");
        var leaving = office.register(event, newKey(), party(first, "First"));
        mailFor(first);
        var waiting = address("waiting");
        var inLine = office.register(
                event, newKey(), party(waiting, "Waiting").replaceFirst("\\{", "{\"joinWaitingList\": true, "));
        assertThat(inLine.json().path("status").asString()).isEqualTo("WAITLISTED");

        assertThat(step(leaving, "cancellation").status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> POST.mailFor(first).size() == 2);
        assertThat(POST.mailFor(first).getLast().subject()).startsWith("Cancelled: your places");
        var offer = mailFor(waiting);
        assertThat(offer.subject()).contains("places for you");
        assertThat(offer.text("text/plain"))
                .contains("#" + inLine.json().path("token").asString())
                .containsPattern("until \\w+, \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d E[SD]T");

        assertThat(step(inLine, "acceptance").status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> POST.mailFor(waiting).size() == 2);
        assertThat(POST.mailFor(waiting).getLast().parts()).containsKey("application/pdf");
    }

    @Test
    void other_tickets_come_with_a_message_of_their_own() {
        var event = office.gala(4);
        var address = address("fewer");
        var registered = office.register(event, newKey(), party(address, "Fewer"));
        mailFor(address);
        var changed = office.send(office.request(
                        "/api/v1/registrations/" + registered.json().path("id").asString() + "/tickets")
                .header("Content-Type", "application/json")
                .header("Registration-Token", registered.json().path("token").asString())
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"tickets\": [{\"ticketType\": \"gala\", \"count\": 1}]}")));
        assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> POST.mailFor(address).size() == 2);
        assertThat(POST.mailFor(address).getLast().text("text/plain")).contains("1 × Gala dinner");
    }

    @Test
    void a_reminder_waits_for_its_time_and_goes_with_the_event_when_that_is_put_off() {
        var startsAt = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var event = office.gala(10, startsAt, startsAt.plus(5, ChronoUnit.HOURS));
        var address = address("ruth");
        register(event, address, "Ruth");
        mailFor(address);
        var reminder = await().atMost(PATIENCE).until(() -> only(event, "REMINDER"), found -> found != null);
        assertThat(reminder.path("status").asString()).isEqualTo("WAITING");
        assertThat(Instant.parse(reminder.path("dueAt").asString())).isEqualTo(startsAt.minus(2, ChronoUnit.DAYS));

        move(event, startsAt.plus(1, ChronoUnit.DAYS), "Hall of the Americas");
        await().atMost(PATIENCE).until(() -> POST.mailFor(address).size() == 2);
        assertThat(POST.mailFor(address).getLast().subject()).startsWith("New time or place");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Instant.parse(
                                only(event, "REMINDER").path("dueAt").asString()))
                        .isEqualTo(startsAt.minus(1, ChronoUnit.DAYS)));

        move(event, startsAt.plus(1, ChronoUnit.DAYS), "Elsewhere");
        await().atMost(PATIENCE).until(() -> POST.mailFor(address).size() == 3);
        assertThat(POST.mailFor(address).getLast().text("text/plain")).contains("Where: Elsewhere");
    }

    @Test
    void all_guests_hear_that_an_event_is_cancelled_and_why_and_are_not_reminded_any_more() {
        var event = office.gala(10);
        var first = address("one");
        var second = address("two");
        register(event, first, "One");
        register(event, second, "Two");
        mailFor(first);
        mailFor(second);
        var tag = office.get("/api/v1/events/" + event, eventsTeam()).header("ETag");
        office.post(
                "/api/v1/events/" + event + "/cancellation",
                "{\"reason\": \"The roof has to be mended.\"}",
                "",
                eventsTeam(),
                "If-Match",
                tag);
        for (var address : new String[] {first, second}) {
            await().atMost(PATIENCE).until(() -> POST.mailFor(address).size() == 2);
            var mail = POST.mailFor(address).getLast();
            assertThat(mail.subject()).isEqualTo("Cancelled: Inaugural Gala");
            assertThat(mail.text("text/plain")).contains("The roof has to be mended.");
            assertThat(mail.text("text/calendar")).contains("STATUS:CANCELLED");
            assertThat(mail.parts()).doesNotContainKey("application/pdf");
        }
    }

    @Test
    void what_the_server_refuses_is_shown_to_the_team_and_is_sent_again_when_they_say_so() {
        var event = office.gala(10);
        register(event, address("nobody"), "Nobody");
        var refused = await().atMost(PATIENCE)
                .until(() -> only(event, "CONFIRMATION"), found -> found != null && isStatus(found, "REFUSED"));
        assertThat(refused.path("problem").asString()).contains("550").contains("No such mailbox");
        assertThat(refused.path("recipient").asString()).contains("nobody");
        assertThat(refused.path("attempts").asInt()).isEqualTo(1);
        var party = refused.path("recipientId").asString();
        assertThat(only(event, "CONFIRMATION&recipientId=" + party)).isNotNull();
        assertThat(only(event, "CONFIRMATION&recipientId=nobody")).isNull();

        var again =
                "/api/v1/events/" + event + "/messages/" + refused.path("id").asString() + "/sendings";
        var key = newKey();
        assertThat(office.post(again, "", key, eventsTeam()).status()).isEqualTo(202);
        assertThat(office.post(again, "", key, eventsTeam()).status()).isEqualTo(202);
        assertThat(office.post(again, "", newKey(), "").status()).isEqualTo(401);
    }

    @Test
    void a_fault_that_may_pass_is_outlasted() {
        var event = office.gala(10);
        var address = address("later");
        register(event, address, "Later");
        await().atMost(PATIENCE).until(() -> {
            var message = only(event, "CONFIRMATION");
            return message != null && message.path("attempts").asInt() >= 1 && message.hasNonNull("problem");
        });
        assertThat(only(event, "CONFIRMATION").path("problem").asString()).contains("Try again later");
        mailFor(address);
        await().atMost(PATIENCE).until(() -> isStatus(only(event, "CONFIRMATION"), "SENT"));
    }

    @Test
    void the_team_words_messages_itself_and_cannot_break_them() {
        var event = office.gala(10);
        var path = "/api/v1/events/" + event + "/message-templates/CONFIRMATION";
        var shipped = office.get(path, eventsTeam());
        assertThat(shipped.header("ETag")).isEqualTo("\"0\"");
        var words = """
                {"subject": "Welcome, {{name}}", "text": "Come to {{event}}{{#reason}} because {{reason}}{{/reason}} & enjoy."}""";
        var preview = office.post(path + "/preview", words, "", eventsTeam());
        assertThat(preview.json().path("subject").asString()).isEqualTo("Welcome, Maria Rossi");
        assertThat(replace(path, words, "\"3\"").status()).isIn(404, 412);
        var put = replace(path, words, "\"0\"");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        assertThat(replace(path, words, "\"0\"").status()).isEqualTo(412);

        var address = address("welcome");
        register(event, address, "Ada & Bob");
        var mail = mailFor(address);
        assertThat(mail.subject()).isEqualTo("Welcome, Ada & Bob");
        assertThat(mail.text("text/html")).contains("Come to Inaugural Gala &amp; enjoy.");

        for (var bad : new String[] {
            "{{name.class}}",
            "{{class.classLoader}}",
            "{{{name}}}",
            "{{&name}}",
            "{{> file}}",
            "{{#name}}",
            "{{=<% %>=}}",
            "{{nome}}"
        }) {
            var answer = replace(path, words.replace("Come to", bad), "\"1\"");
            assertThat(answer.status()).as(bad).isEqualTo(422);
            assertThat(answer.problem()).as(bad).endsWith("bad-template");
        }
        assertThat(office.get(path, eventsTeam()).header("ETag")).isEqualTo("\"1\"");
    }

    /** The events team replaces what it has read. */
    private TicketOffice.Answer replace(String path, String body, String tag) {
        return office.send(office.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", eventsTeam())
                .header("If-Match", tag)
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    private void move(String event, Instant startsAt, String venue) {
        var tag = office.get("/api/v1/events/" + event, eventsTeam());
        var slug = tag.json().path("slug").asString();
        var edit = """
                {"slug": "%s", "title": "Inaugural Gala", "kind": "GALA",
                 "venue": {"name": "%s", "city": "Washington, DC", "countryCode": "US"},
                 "zone": "America/New_York", "startsAt": "%s", "endsAt": "%s"}""".formatted(slug, venue, startsAt, startsAt.plus(5, ChronoUnit.HOURS));
        var answer = replace("/api/v1/events/" + event, edit, tag.header("ETag"));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    private void deliverAgain(String registration) throws InterruptedException, ExecutionException {
        ConsumerRecord<String, byte[]> found = null;
        try (var consumer = consumers.createConsumer("again-" + UUID.randomUUID(), "")) {
            consumer.subscribe(java.util.List.of(Topics.EVENTS));
            for (var until = Instant.now().plus(PATIENCE);
                    found == null && Instant.now().isBefore(until); )
                for (var record : consumer.poll(Duration.ofSeconds(1)))
                    if (registration.equals(record.key())) found = record;
        }
        assertThat(found).isNotNull();
        for (int i = 0; i < 3; i++)
            kafka.send(new ProducerRecord<>(
                            Topics.EVENTS, found.partition(), found.key(), found.value(), found.headers()))
                    .get();
    }

    private TicketOffice.Answer step(TicketOffice.Answer registered, String step) {
        var registration = registered.json();
        return office.post(
                "/api/v1/registrations/" + registration.path("id").asString() + "/" + step,
                "",
                "",
                "",
                "Registration-Token",
                registration.path("token").asString());
    }

    private static String party(String address, String name) {
        return """
                {"contact": {"name": "%s", "email": "%s"},
                 "tickets": [{"ticketType": "gala", "count": 2}], "guests": ["%s"]}""".formatted(name, address, name);
    }

    private String register(String event, String address, String name) {
        var answer = office.register(event, newKey(), party(address, name));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private PostOffice.Mail mailFor(String address) {
        await().atMost(PATIENCE).until(() -> !POST.mailFor(address).isEmpty());
        return POST.mailFor(address).getFirst();
    }

    /** The one message of a kind; null when there is none. */
    private JsonNode only(String event, String kind) {
        var items = office.get("/api/v1/events/" + event + "/messages?kind=" + kind, eventsTeam())
                .json()
                .path("items");
        return items.isEmpty() ? null : items.get(0);
    }

    private static boolean isStatus(JsonNode message, String status) {
        return status.equals(message.path("status").asString());
    }

    private static String address(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }

    /** For whoever wants to look at a real one. */
    private static void keep(PostOffice.Mail mail) throws IOException {
        Files.write(Path.of("target", "confirmation.eml"), mail.bytes());
    }
}
