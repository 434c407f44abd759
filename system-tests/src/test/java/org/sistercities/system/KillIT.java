package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.backing.FreePort;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.TestIssuer;
import org.sistercities.system.crash.Server;

/**
 * Two replicas of events-service, Kafka and MongoDB, each a process of its own, are killed at random while guests register, wait in
 * line, accept and cancel. In the end nothing is oversold, nothing acknowledged is lost, every event is in the topic, in order, and the
 * line was served in order. Longer and with more guests: {@code -Dkill.seconds=90 -Dkill.guests=200 -Dkill.seed=…}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillIT {
    private static final int SECONDS = Integer.getInteger("kill.seconds", 30);
    private static final int GUESTS = Integer.getInteger("kill.guests", 40);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final int PLACES = 60;
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    @Test
    void whatever_is_killed_nothing_is_oversold_lost_or_out_of_order() throws Exception {
        assertThat(faults(Server.MONGO)).isEmpty();
    }

    @Test
    void a_database_that_forgets_what_it_has_acknowledged_is_found_out() throws Exception {
        assertThat(faults(Server.FORGETFUL_MONGO)).anyMatch(fault -> fault.startsWith("lost"));
    }

    private List<String> faults(Server store) throws Exception {
        System.out.printf("%s, %d guests, %d s, seed %d%n", store, GUESTS, SECONDS, SEED);
        int mongoPort = FreePort.any();
        int kafkaPort = FreePort.any();
        var mongoUri = "mongodb://127.0.0.1:" + mongoPort + "/kill";
        try (var mongo = Killable.server(store, directory.resolve("mongo"), mongoPort);
                var kafka = Killable.server(Server.KAFKA, directory.resolve("kafka"), kafkaPort);
                var here = replica(mongoUri, kafkaPort);
                var there = replica(mongoUri, kafkaPort);
                var client = MongoClients.create(mongoUri)) {
            var replicas = List.of(here.url(), there.url());
            var manager = TestIssuer.bearer("maria", Role.EVENTS_MANAGER);
            var event = Gala.open(new Http(replicas.getFirst()), manager, "gala-under-fire", PLACES);
            var database = client.getDatabase("kill");
            var line = new Line(database, event);
            var time = new AtomicBoolean(true);
            var guests = IntStream.range(0, GUESTS)
                    .mapToObj(n -> new KnownGuest("guest-" + n, replicas, event, SEED + n, time))
                    .toList();
            if (store == Server.FORGETFUL_MONGO)
                Http.pause(Server.FORGETS.multipliedBy(2)); // the event itself it shall know
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.execute(line);
                var running = guests.stream().<Future<?>>map(threads::submit).toList();
                try {
                    killAtRandom(store == Server.MONGO ? List.of(mongo, kafka, here, there) : List.of(mongo));
                    time.set(false);
                    for (var guest : running) guest.get();
                    line.stop();
                } catch (ExecutionException e) {
                    threads.shutdownNow(); // whoever waits for what does not come back would wait for ever
                    throw e;
                }
            }
            var books = new Books(database, "127.0.0.1:" + kafkaPort, event);
            if (store == Server.MONGO) await().atMost(LONG).until(books::areClosed);
            var faults = books.faults(guests);
            faults.addAll(line.faults(books.offered()));
            System.out.printf(
                    "%d registrations, %d changes of the line, %d faults%n",
                    books.registered(), line.looks(), faults.size());
            return faults;
        }
    }

    /** Each comes back at once, and may be killed again as soon as it is there. */
    private static void killAtRandom(List<Killable> victims) throws Exception {
        var random = new Random(SEED);
        var kills = new AtomicInteger();
        var all = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos(); System.nanoTime() < end; ) {
                Http.pause(Duration.ofMillis(2_000 + random.nextInt(3_000)));
                var victim = victims.get(random.nextInt(victims.size()));
                all.add(threads.submit(() -> {
                    if (victim.killAndStartAgain()) kills.incrementAndGet();
                }));
            }
        }
        for (var kill : all) kill.get();
        System.out.println(kills + " kills of " + victims);
    }

    private static Killable replica(String mongoUri, int kafkaPort) throws IOException {
        return Killable.replica(
                "events-service",
                FreePort.any(),
                List.of(
                        "spring.mongodb.uri=" + mongoUri,
                        "spring.kafka.bootstrap-servers=127.0.0.1:" + kafkaPort,
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestIssuer.uri(),
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestIssuer.uri() + "/jwks",
                        "spring.kafka.producer.properties.delivery.timeout.ms=6000",
                        "sistercities.outbox.lease=8s",
                        "sistercities.registration.link-secret=a secret for tests, of no use anywhere else"));
    }
}
