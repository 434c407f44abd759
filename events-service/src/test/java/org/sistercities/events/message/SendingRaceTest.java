package org.sistercities.events.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.PostOffice;
import org.sistercities.events.TicketOffice;
import org.sistercities.events.event.Events;
import org.sistercities.events.message.Messages.Wanted;
import org.sistercities.events.registration.Rush;
import org.sistercities.platform.testing.RealServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Nobody listens and nobody looks here by himself: the test does. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.listener.auto-startup=false",
            "sistercities.mail.look-every=1d",
            "sistercities.mail.lease=2s",
            "sistercities.mail.give-way=1h"
        })
@Import(RealServices.class)
@DirtiesContext
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingRaceTest {
    private static final PostOffice POST = new PostOffice();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    Messages messages;

    @Autowired
    Postman postman;

    @Autowired
    LetterWriter writer;

    @Autowired
    MailOffice mailOffice;

    @Autowired
    Events events;

    @Autowired
    MailProperties properties;

    @Autowired
    Clock clock;

    private TicketOffice office;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", POST::port);
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
    void of_many_who_look_at_once_one_sends() throws Exception {
        var address = "many-" + UUID.randomUUID() + "@example.org";
        want(address);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> looks = java.util.Collections.nCopies(16, () -> {
                postman.look();
                return null;
            });
            for (var look : threads.invokeAll(looks)) look.get();
        }
        assertThat(POST.mailFor(address)).hasSize(1);
    }

    @Test
    void a_crash_after_sending_and_before_noting_it_sends_once_more_under_the_same_message_id() throws Exception {
        var address = "crash-" + UUID.randomUUID() + "@example.org";
        var id = want(address).id();
        var claimed = messages.change(id, message -> message.claim("dead", Duration.ofSeconds(2), clock.instant()))
                .state();
        var letter = writer.write(claimed, events.get(claimed.eventId())).orElseThrow();
        try (var line = mailOffice.line()) {
            line.send(letter, "<" + id + ".1@events.sistercities>"); // and then it died
        }

        postman.look();
        assertThat(POST.mailFor(address)).as("as long as it may still be at it").hasSize(1);
        await().atMost(PATIENCE).until(() -> {
            postman.look();
            return POST.mailFor(address).size() > 1;
        });
        postman.look();
        assertThat(POST.mailFor(address))
                .hasSize(2)
                .extracting(mail -> mail.header("Message-ID"))
                .containsOnly("<" + id + ".1@events.sistercities>");
    }

    @Test
    void many_letters_share_few_lines_to_the_server_and_one_that_is_refused_is_in_nobodys_way() {
        var run = UUID.randomUUID() + "@example.org";
        var addresses =
                IntStream.range(0, 12).mapToObj(i -> "line-" + i + "-" + run).toList();
        want("nobody-" + run);
        addresses.forEach(this::want);
        postman.look();
        assertThat(addresses)
                .allSatisfy(address -> assertThat(POST.mailFor(address)).hasSize(1));
        assertThat(addresses.stream()
                        .map(address -> POST.mailFor(address).getFirst().line())
                        .distinct())
                .as("one for each of four lanes, and one after the refusal")
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void letters_wait_while_many_want_places_but_not_for_long() throws Exception {
        var waiting = new AtomicInteger(8);
        var lookout = new Postman(messages, writer, mailOffice, events, new Rush(waiting::get), properties, clock);
        var patient = "patient-" + UUID.randomUUID() + "@example.org";
        var old = "old-" + UUID.randomUUID() + "@example.org";
        want(patient, clock.instant());
        want(old, clock.instant().minus(properties.giveWay()));
        var looking = Thread.startVirtualThread(lookout::look);
        await().atMost(PATIENCE).until(() -> !POST.mailFor(old).isEmpty());
        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> POST.mailFor(patient).isEmpty());
        waiting.set(7);
        looking.join();
        assertThat(POST.mailFor(patient)).hasSize(1);
    }

    private Wanted want(String address) {
        return want(address, clock.instant());
    }

    private Wanted want(String address, Instant dueAt) {
        var event = office.gala(10);
        var party = TicketOffice.party(1, "gala").replace("maria@example.org", address);
        var registration = office.register(event, TicketOffice.newKey(), party)
                .json()
                .path("id")
                .asString();
        var wanted = new Wanted("test", event, registration, Kind.CONFIRMATION, dueAt);
        messages.want(List.of(wanted));
        messages.want(List.of(wanted)); // delivered twice
        return wanted;
    }
}
