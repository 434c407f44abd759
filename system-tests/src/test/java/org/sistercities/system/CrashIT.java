package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sistercities.backing.BackingServices;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.TestIssuer;
import org.sistercities.system.crash.CrashAfterSend;
import org.sistercities.system.crash.Step;

/**
 * A replica of events-service dies after each step of taking places, storing the registration and publishing its event, in
 * the middle of a rush. The other replica and the clients' retries must bring everything to a good end.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashIT {
    private static final int PLACES = 15;
    private static final int PARTIES = 20;
    private static final BackingServices BACKING = BackingServices.shared();
    private static final String DATABASE = "crash";
    private static final String TOPIC = "sistercities.events";

    private static MongoClient client;
    private static MongoDatabase database;
    private static ServiceProcess survivor;
    private final String manager = TestIssuer.bearer("maria", Role.EVENTS_MANAGER);

    @BeforeAll
    static void startTheSurvivor() throws IOException {
        client = MongoClients.create(BACKING.mongoUri(DATABASE));
        database = client.getDatabase(DATABASE);
        survivor = replica();
    }

    @AfterAll
    static void stop() {
        if (survivor != null) survivor.close();
        client.close();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void nothing_is_lost_doubled_or_oversold_when_a_replica_dies_after(Step step) throws Exception {
        var event = openAGala(step);
        var answered = new ConcurrentHashMap<String, String>();
        try (var victim = replica("crash.after=" + step, interceptor(step))) {
            rush(new Http(victim.url()), event, answered);
            assertThat(victim.awaitDeath()).isEqualTo(Step.EXIT);
        }
        var confirmed = askAgain(event, answered);

        assertThat(confirmed).hasSize(PLACES).containsAllEntriesOf(answered);
        assertThat(confirmed.values()).doesNotHaveDuplicates();
        assertThat(taken(event)).isEqualTo(PLACES);
        await().atMost(Duration.ofMinutes(2)).until(() -> waiting("registrations") == 0 && openIntents(event) == 0);
        assertThat(stored(event)).containsExactlyInAnyOrderElementsOf(confirmed.values());
        assertThat(announced(event)).containsOnlyKeys(confirmed.values().toArray(String[]::new));
    }

    private static ServiceProcess replica(String... more) throws IOException {
        var properties = new ArrayList<>(List.of(
                "spring.mongodb.uri=" + BACKING.mongoUri(DATABASE),
                "spring.kafka.bootstrap-servers=" + BACKING.kafkaBootstrapServers(),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestIssuer.uri(),
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestIssuer.uri() + "/jwks",
                "spring.kafka.producer.properties.delivery.timeout.ms=6000",
                "sistercities.outbox.lease=8s",
                "sistercities.registration.link-secret=a secret for tests, of no use anywhere else"));
        properties.addAll(List.of(more));
        return ServiceProcess.start("events-service", properties);
    }

    private static String interceptor(Step step) {
        return step == Step.SEND
                ? "spring.kafka.producer.properties.interceptor.classes=" + CrashAfterSend.class.getName()
                : "logging.level.root=info";
    }

    private String openAGala(Step step) {
        var slug = "gala-" + step.name().toLowerCase().replace('_', '-');
        var id = Gala.open(new Http(survivor.url()), manager, slug, PLACES);
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting("events") == 0);
        return id;
    }

    private static void rush(Http victim, String event, Map<String, String> answered) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, PARTIES)
                    .forEach(party -> threads.execute(() -> {
                        try {
                            var answer = register(victim, event, "party-" + party);
                            if (answer.status() == 201) answered.put("party-" + party, id(answer));
                        } catch (java.io.UncheckedIOException e) {
                            // the replica died: this client does not know, and asks again later
                        }
                    }));
        }
    }

    private static Map<String, String> askAgain(String event, Map<String, String> answered) {
        var confirmed = new HashMap<String, String>();
        var ask = new ArrayList<>(answered.keySet());
        IntStream.range(0, PARTIES)
                .mapToObj(party -> "party-" + party)
                .filter(key -> !ask.contains(key))
                .forEach(ask::add);
        for (var key : ask) {
            var answer = new Http(survivor.url())
                    .sendUntilAnswered(
                            "POST",
                            "/api/v1/events/" + event + "/registrations",
                            Gala.party(key),
                            "Idempotency-Key",
                            key);
            if (answer.status() != 409) confirmed.put(key, id(answer.expect(201)));
        }
        return confirmed;
    }

    private static Http.Answer register(Http http, String event, String key) {
        return http.send("POST", "/api/v1/events/" + event + "/registrations", Gala.party(key), "Idempotency-Key", key);
    }

    private static String id(Http.Answer answer) {
        return answer.body().path("id").asString();
    }

    private int taken(String event) {
        return new Http(survivor.url())
                .get("/api/v1/events/" + event + "/quotas", "Authorization", manager)
                .expect(200)
                .body()
                .at("/items/0/taken")
                .asInt();
    }

    private static long waiting(String collection) {
        return database.getCollection(collection).countDocuments(new Document("due", new Document("$exists", true)));
    }

    private static int openIntents(String event) {
        var quotas = database.getCollection("quotas")
                .find(new Document("_id", event))
                .first();
        return quotas.get("state", Document.class)
                .get("intents", Document.class)
                .size();
    }

    private static List<String> stored(String event) {
        return database.getCollection("registrations")
                .find(new Document("state.eventId", event))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /** How often each registration of the event was announced. */
    private static Map<String, Integer> announced(String event) {
        var count = new HashMap<String, Integer>();
        var configuration = new Properties();
        configuration.put("bootstrap.servers", BACKING.kafkaBootstrapServers());
        try (var consumer = new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                for (var record : consumer.poll(Duration.ofMillis(200)))
                    if (record.value().contains("\"registrationId\"")
                            && record.value().contains(event)) count.merge(record.key(), 1, Integer::sum);
        }
        return count;
    }
}
