package org.sistercities.events.person;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.newKey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sistercities.contracts.Topics;
import org.sistercities.events.PostOffice;
import org.sistercities.events.TicketOffice;
import org.sistercities.events.TicketOffice.Answer;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.RealServices;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({RealServices.class, PersonComponentTest.Time.class})
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonComponentTest {
    private static final PostOffice POST = new PostOffice();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    @Autowired
    MongoTemplate mongo;

    private TicketOffice office;
    private String secret = "";
    private String email = "";

    /** A clock that can be put forward. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        Clock clock() {
            InstantSource source =
                    () -> Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(AHEAD.get());
            return source.withZone(ZoneOffset.UTC);
        }
    }

    @DynamicPropertySource
    static void often(DynamicPropertyRegistry properties) {
        properties.add("sistercities.personal-data.look-every", () -> "200ms");
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", POST::port);
        properties.add("sistercities.mail.look-every", () -> "100ms");
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        AHEAD.set(Duration.ZERO);
        office = new TicketOffice(port);
        secret = "secret" + UUID.randomUUID().toString().substring(0, 8);
        email = "later." + secret + "@example.org"; // the mail server is busy at first
    }

    @AfterAll
    static void close() {
        AHEAD.set(Duration.ZERO);
        POST.close();
    }

    @Test
    void needs_are_erased_thirty_days_after_the_event_and_people_after_a_year_but_not_what_they_took() {
        var soon = Instant.now().plusSeconds(3600);
        var event = office.gala(10, soon, soon.plusSeconds(3600));
        var registered = registered(event);
        var invited = invited(event, soon);
        AHEAD.set(Duration.ofDays(29));
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> guests(event).contains("no " + secret));

        AHEAD.set(Duration.ofDays(31));
        await().atMost(PATIENCE).until(() -> !guests(event).contains("no " + secret));
        assertThat(guests(event)).contains("Name " + secret, email).doesNotContain("wheelchair");

        AHEAD.set(Duration.ofDays(367));
        await().atMost(PATIENCE).until(() -> !guests(event).contains(secret));
        for (var path : List.of(registered, invited))
            assertThat(office.get(path, eventsTeam()).response().body()).doesNotContain(secret);
        assertThat(office.get(registered + "/history", eventsTeam()).response().body())
                .contains("REGISTERED", "GUESTS_NAMED")
                .doesNotContain(secret);
        assertThat(office.taken(event, "ballroom")).isEqualTo(3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic())
                        .containsOnlyOnce("\"erasureId\":\"" + event + "-needs\"")
                        .containsOnlyOnce("\"erasureId\":\"" + event + "-people\""));
    }

    @Test
    void whoever_asks_is_told_all_that_is_known_and_then_forgotten_without_a_trace() {
        var soon = Instant.now().plusSeconds(3600);
        var past = office.gala(10, soon, soon.plusSeconds(3600));
        var registered = registered(past);
        AHEAD.set(Duration.ofDays(2));
        var later = Instant.now().plus(Duration.ofDays(9));
        var coming = office.gala(10, later, later.plusSeconds(3600));
        var needed = registered(coming);

        var told = ask("exports", email.toUpperCase(Locale.ROOT));
        assertThat(told.json().path("registrations").size()).isEqualTo(2);
        assertThat(told.response().body()).contains("Name " + secret, "no " + secret, "Inaugural Gala");

        var erased = ask("erasures", email).json();
        assertThat(erased.path("registrations").size()).isEqualTo(1);
        assertThat(needed).endsWith(erased.at("/kept/0").asString());
        assertThat(office.get(registered, eventsTeam()).response().body()).doesNotContain(secret);
        assertThat(guests(past)).doesNotContain(secret);
        assertThat(guests(coming)).contains(secret);
        assertThat(office.taken(past, "ballroom")).isEqualTo(2);

        office.post(needed + "/cancellation", "{\"reason\": \"asked for by " + secret + "\"}", "", eventsTeam());
        ask("erasures", email);
        assertThat(ask("exports", email).json().path("registrations").size()).isZero();
        assertThat(guests(coming)).doesNotContain(secret);
        assertThat(office.get(needed + "/history", eventsTeam()).response().body())
                .contains("GUESTS_NAMED", "CANCELLED")
                .doesNotContain(secret);
        assertThat(stored(needed).toJson()).doesNotContain(secret);
        assertThat(stored(needed).getEmbedded(List.of("state", "requestHash"), String.class))
                .as("who guesses a request could see in its hash whether they are right")
                .isEmpty();
        var inquiries = office.get("/api/v1/personal-data/inquiries?limit=2", eventsTeam());
        assertThat(inquiries.json().path("items").size()).isEqualTo(2);
        assertThat(inquiries.response().body())
                .contains("EXPORTED", "ERASED", "erin")
                .doesNotContain(secret);
    }

    @Test
    void what_mail_servers_have_said_of_people_is_forgotten_with_them() {
        var soon = Instant.now().plusSeconds(3600);
        var event = office.gala(10, soon, soon.plusSeconds(3600));
        email = "nobody." + secret + "@example.org";
        registered(event);
        var asking = email;
        email = "nobody.else." + secret + "@example.org";
        registered(event);
        await().atMost(PATIENCE)
                .until(() -> problems(event).equals(List.of("550 5.1.1 No such mailbox", "550 5.1.1 No such mailbox")));

        AHEAD.set(Duration.ofDays(2));
        ask("erasures", asking);
        assertThat(problems(event)).containsExactly("550 5.1.1 No such mailbox");
        AHEAD.set(Duration.ofDays(367));
        await().atMost(PATIENCE).until(() -> problems(event).isEmpty());
    }

    /** Why messages to the guests of an event could not be sent. */
    private List<String> problems(String event) {
        return office.get("/api/v1/events/" + event + "/messages?status=REFUSED", eventsTeam())
                .json()
                .path("items")
                .valueStream()
                .map(message -> message.path("problem").asString(""))
                .filter(problem -> !problem.isEmpty())
                .toList();
    }

    @Test
    void nothing_personal_stands_on_the_topic_or_in_the_log(CapturedOutput output) {
        var later = Instant.now().plus(Duration.ofDays(9));
        var event = office.gala(10, later, later.plusSeconds(3600));
        var registered = registered(event);
        var invited = invited(event, later);
        office.post(invited + "/substitution", """
                {"contact": {"name": "Other %s", "email": "other.%s@example.org"}}""".formatted(secret, secret), "", eventsTeam());
        office.post(invited + "/regret", "{\"word\": \"word %s\"}".formatted(secret), "", eventsTeam());
        office.get("/api/v1/events/" + event + "/guests.csv?q=" + secret, eventsTeam());
        ask("exports", email);
        await().atMost(PATIENCE).until(() -> !POST.mailFor(email).isEmpty());
        office.post(registered + "/cancellation", "{\"reason\": \"%s\"}".formatted(secret), "", eventsTeam());
        ask("erasures", email);
        var id = registered.substring(registered.lastIndexOf('/') + 1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(topic()).contains("events.registration-cancelled.v1/" + id);
            assertThat(topic()).contains("\"answer\":\"REGRETTED\"");
        });
        assertThat(topic()).doesNotContainIgnoringCase(secret);
        assertThat(output.getAll()).contains("is tried again later").doesNotContainIgnoringCase(secret);
    }

    @Test
    void an_administrator_is_not_one_of_the_events_team() {
        var soon = Instant.now().plusSeconds(3600);
        var event = office.gala(10, soon, soon.plusSeconds(3600));
        var registered = registered(event);
        var invited = invited(event, soon);
        var root = TestIssuer.bearer("root", Role.ADMINISTRATOR, Role.EDITOR, Role.CITY_REPRESENTATIVE);
        var events = "/api/v1/events/" + event;
        for (var path : List.of(
                registered,
                registered + "/guests",
                registered + "/guests/1",
                registered + "/history",
                registered + "/tickets",
                registered + "/tickets.pdf",
                registered + "/tickets/1",
                invited,
                events + "/guests",
                events + "/guests.csv",
                events + "/guests.xlsx",
                events + "/badges.pdf",
                events + "/name-cards.pdf",
                events + "/registrations",
                events + "/waiting-list",
                events + "/invitations",
                events + "/messages",
                events + "/dashboard",
                events + "/door/guests?q=name",
                "/api/v1/personal-data/inquiries"))
            assertThat(office.get(path, root).status()).as(path).isEqualTo(403);
        for (var what : List.of("exports", "erasures"))
            assertThat(office.post("/api/v1/personal-data/" + what, "{\"email\": \"%s\"}".formatted(email), "", root)
                            .status())
                    .isEqualTo(403);
    }

    private Document stored(String registration) {
        var id = registration.substring(registration.lastIndexOf('/') + 1);
        return Objects.requireNonNull(
                mongo.getCollection("registrations").find(eq("_id", id)).first());
    }

    /** Where the registration of a party of two is found. */
    private String registered(String event) {
        var registered = office.register(event, newKey(), """
                {"contact": {"name": "Name %s", "email": "%s"},
                 "tickets": [{"ticketType": "gala", "count": 2}]}""".formatted(secret, email));
        assertThat(registered.status()).as(registered.response().body()).isEqualTo(201);
        var path = registered.header("Location");
        var named = office.put(
                path + "/guests", registered.json().path("token").asString(), """
                {"guests": [{"name": "Name %s", "dietary": "no %s", "access": "wheelchair %s"}]}""".formatted(secret, secret, secret));
        assertThat(named.status()).as(named.response().body()).isEqualTo(200);
        return path;
    }

    /** Where the invitation of somebody who has accepted is found. */
    private String invited(String event, Instant due) {
        var invited = office.invite(event, "Inv " + secret, "gala", 0, due);
        assertThat(invited.status()).as(invited.response().body()).isEqualTo(201);
        office.step(invited, "acceptance", "");
        return invited.header("Location");
    }

    private Answer ask(String what, String address) {
        var answer = office.post(
                "/api/v1/personal-data/" + what, "{\"email\": \"%s\"}".formatted(address), "", eventsTeam());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private String guests(String event) {
        return office.get("/api/v1/events/" + event + "/guests?limit=100", eventsTeam())
                .response()
                .body();
    }

    /** Everything that is on the topic by now: the headers and the bytes. */
    private String topic() {
        var all = new StringBuilder();
        try (var consumer = consumers.createConsumer(null, "grep-" + UUID.randomUUID(), null, new Properties())) {
            var partitions = new ArrayList<TopicPartition>();
            consumer.partitionsFor(Topics.EVENTS)
                    .forEach(info -> partitions.add(new TopicPartition(Topics.EVENTS, info.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one)))
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    event.headers()
                            .forEach(header -> all.append(new String(header.value(), StandardCharsets.UTF_8))
                                    .append('\n'));
                    all.append(new String(event.value(), StandardCharsets.UTF_8))
                            .append('\n');
                });
        }
        return all.toString();
    }
}
