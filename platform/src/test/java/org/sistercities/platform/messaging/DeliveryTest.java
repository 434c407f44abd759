package org.sistercities.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Contended;
import org.sistercities.platform.example.Followers;
import org.sistercities.platform.example.PlatformTest;
import org.sistercities.platform.example.Tally;
import org.sistercities.platform.example.TallyEvent;
import org.sistercities.platform.outbox.OutboxEntry;
import org.sistercities.platform.problem.Rejection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

@PlatformTest
class DeliveryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String TOPIC = "sistercities.example";

    @Autowired
    AggregateStore<Tally> tallies;

    @Autowired
    Followers followers;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    @Autowired
    KafkaAdmin admin;

    @Autowired
    EventCodec codec;

    @Autowired
    MeterRegistry meters;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    @AfterEach
    void behave() {
        followers.before = event -> {};
    }

    @Test
    void what_happened_to_an_aggregate_arrives_typed_in_order_and_numbered() {
        tallies.create(id, Tally.open(id, 100, NOON));
        for (int i = 0; i < 5; i++) tallies.change(id, tally -> tally.add(1, NOON));
        await().atMost(LONG).until(() -> mine().size() == 6);
        assertThat(mine()).extracting(Delivered::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        var last = mine().getLast();
        assertThat(last.id()).isEqualTo("example.counted.v1/" + id + "/6");
        assertThat(last.source()).isEqualTo("/example");
        assertThat(last.event()).isEqualTo(new TallyEvent.Counted(id, 5, NOON));
    }

    @Test
    void on_the_wire_it_is_a_cloud_event_in_binary_mode() {
        tallies.create(id, Tally.open(id, 100, NOON));
        var record = await().atMost(LONG)
                .until(() -> onTheWire(TOPIC, id), found -> !found.isEmpty())
                .getFirst();
        assertThat(PublishedHeaders.violations(record.headers())).isEmpty();
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id")).isEqualTo("example.counted.v1/" + id + "/1");
        assertThat(header(record, "ce_type")).isEqualTo("example.counted.v1");
        assertThat(header(record, "ce_subject")).isEqualTo(id);
        assertThat(header(record, "ce_sequence")).isEqualTo("0000000000000000001");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(record.key()).isEqualTo(id);
        assertThat(new String(record.value(), UTF_8))
                .isEqualTo("{\"tallyId\":\"" + id + "\",\"count\":0,\"at\":\"2026-11-22T12:00:00Z\"}");
    }

    @Test
    void the_published_header_schema_finds_what_is_missing_or_misshapen() {
        assertThat(PublishedHeaders.violations(
                        record(new byte[0], "example.counted.v1").headers()))
                .hasSize(1)
                .first()
                .asString()
                .contains("content-type");
    }

    @Test
    void a_fault_that_passes_delays_an_event_however_often_it_strikes() {
        var tries = new AtomicInteger();
        followers.before = event -> {
            if (event instanceof TallyEvent.Counted counted
                    && counted.tallyId().equals(id)
                    && tries.incrementAndGet() <= 12) // Spring's default would have dropped it after ten
            throw new IllegalStateException("the database is away");
        };
        tallies.create(id, Tally.open(id, 100, NOON));
        await().atMost(LONG.multipliedBy(5)).until(() -> mine().size() == 1);
        assertThat(tries).hasValue(13);
    }

    @Test
    void a_topic_that_a_broker_does_not_have_yet_is_created() throws Exception {
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            client.deleteTopics(List.of(Topics.CONTENT)).all().get();
        }
        var sender = new KafkaEventSender(
                kafka, admin, new EventsProperties(Topics.CONTENT, "/x", (short) 1, Duration.ZERO, Duration.ZERO));
        var entry = new OutboxEntry(1, "id", "example.counted.v1", NOON, new Binary(new byte[0]), null);
        await().atMost(LONG).ignoreExceptions().until(() -> {
            sender.send(id, entry);
            return true;
        });
        assertThat(onTheWire(Topics.CONTENT, id)).isNotEmpty();
    }

    @Test
    void what_cannot_be_read_goes_to_the_dead_letters_unchanged_and_the_next_is_served() {
        double before = meters.counter("events.dead.letters").count();
        var broken = "{ not json " + id;
        kafka.send(record(broken.getBytes(UTF_8), "example.counted.v1"));
        kafka.send(record("{}".getBytes(UTF_8), "example.unheard-of.v1"));
        kafka.send(new ProducerRecord<>(TOPIC, id, "no headers at all".getBytes(UTF_8)));
        var good = codec.encode(new TallyEvent.Counted(id, 7, NOON));
        kafka.send(record(good, "example.counted.v1"));
        await().atMost(LONG).until(() -> mine().size() == 1);
        var dead = await().atMost(LONG).until(() -> onTheWire(TOPIC + ".dead-letter", id), found -> found.size() == 3);
        assertThat(new String(dead.getFirst().value(), UTF_8)).isEqualTo(broken);
        assertThat(header(dead.getFirst(), "ce_type")).isEqualTo("example.counted.v1");
        assertThat(meters.counter("events.dead.letters").count()).isEqualTo(before + 3);
    }

    @Test
    void a_refusal_is_no_passing_fault_and_goes_to_the_dead_letters() {
        followers.before = event -> {
            if (event instanceof TallyEvent.Counted counted && counted.tallyId().equals(id)) throw new Never();
        };
        tallies.create(id, Tally.open(id, 100, NOON));
        await().atMost(LONG).until(() -> onTheWire(TOPIC + ".dead-letter", id).size() == 1);
        assertThat(mine()).isEmpty();
    }

    @Test
    void a_refusal_for_now_only_is_tried_again() {
        var tries = new AtomicInteger();
        followers.before = event -> {
            if (event instanceof TallyEvent.Counted counted
                    && counted.tallyId().equals(id)
                    && tries.incrementAndGet() <= 3) throw new CompletionException(new Contended("tally", id));
        };
        tallies.create(id, Tally.open(id, 100, NOON));
        await().atMost(LONG).until(() -> mine().size() == 1);
        assertThat(tries).hasValue(4);
    }

    @Test
    void a_tail_loads_first_then_sees_everything_that_came_after_the_load_began() {
        tallies.create(id, Tally.open(id, 100, NOON));
        await().atMost(LONG).until(() -> mine().size() == 1);
        var loaded = new CopyOnWriteArrayList<Integer>();
        var seen = new CopyOnWriteArrayList<Delivered<TallyEvent>>();
        var tail = new TopicTail<>(
                TOPIC,
                TallyEvent.class,
                consumers,
                codec,
                () -> {
                    loaded.add(tallies.get(id).state().count());
                    tallies.change(id, tally -> tally.add(1, NOON)); // happens after the load: must be seen
                },
                delivered -> {
                    if (delivered.aggregateId().equals(id)) seen.add(delivered);
                });
        assertThat(tail.health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
        tail.start();
        try {
            await().atMost(LONG).until(() -> tail.caughtUp() && seen.size() == 1);
            tallies.change(id, tally -> tally.add(1, NOON));
            await().atMost(LONG).until(() -> seen.size() == 2);
        } finally {
            tail.stop();
        }
        assertThat(loaded).containsExactly(0);
        assertThat(seen).extracting(Delivered::sequence).containsExactly(2L, 3L);
        assertThat(tail.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void a_listener_of_one_family_is_not_shown_the_others_but_what_nobody_knows() throws NoSuchMethodException {
        var listener = DeliveryTest.class.getDeclaredMethod("counted", Delivered.class);
        var onlyCounts = OnlyOf.argumentOf(listener, codec).orElseThrow();
        assertThat(onlyCounts.filter(came("example.counted.v1"))).isFalse();
        assertThat(onlyCounts.filter(came("example.closed.v1"))).isTrue();
        assertThat(onlyCounts.filter(came("example.unheard-of.v1"))).isFalse(); // for the dead letters
    }

    /** What a listener looks like. */
    private static void counted(Delivered<TallyEvent.Counted> delivered) {
        throw new AssertionError(delivered);
    }

    private ConsumerRecord<Object, Object> came(String type) {
        var consumed = new ConsumerRecord<Object, Object>(TOPIC, 0, 0, id, new byte[0]);
        record(new byte[0], type).headers().forEach(consumed.headers()::add);
        return consumed;
    }

    @Test
    void listeners_run_on_virtual_threads() {
        tallies.create(id, Tally.open(id, 100, NOON));
        await().atMost(LONG).until(() -> mine().size() == 1);
        assertThat(followers.virtual).isNotEmpty().containsOnly(true);
    }

    /** What arrived of this test's aggregate, each event once: that it may come twice is part of the promise. */
    private List<Delivered<TallyEvent>> mine() {
        var seen = new HashSet<String>();
        return followers.got.stream()
                .filter(delivered -> delivered.aggregateId().equals(id) && seen.add(delivered.id()))
                .toList();
    }

    private ProducerRecord<String, byte[]> record(byte[] data, String type) {
        var record = new ProducerRecord<>(TOPIC, id, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        type + "/" + id + "/1",
                        "ce_type",
                        type,
                        "ce_source",
                        "/elsewhere",
                        "ce_subject",
                        id,
                        "ce_time",
                        NOON.toString(),
                        "ce_sequence",
                        "0000000000000000001")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private List<ConsumerRecord<String, byte[]>> onTheWire(String topic, String key) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumers.createConsumer("reader-" + UUID.randomUUID(), "", "", new Properties())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                for (var record : consumer.poll(Duration.ofMillis(200)))
                    if (key.equals(record.key())) found.add(record);
        }
        return found;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static final class Never extends Rejection {
        Never() {
            super(Reason.INVALID, "never");
        }
    }
}
