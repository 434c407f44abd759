package org.sistercities.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.backing.BackingServices;
import org.sistercities.platform.database.IndexedCollection;

/** Each step of the protocol may be the last one a relay takes; time moves only when a test says so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxTest {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String ID = "tally-1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final Clock clock = clockOf(now);
    private final List<Long> kafka = new CopyOnWriteArrayList<>();
    private MongoClient client;
    private MongoCollection<Document> documents;
    private Outbox outbox;

    @BeforeEach
    void openACollection() {
        client = MongoClients.create(BackingServices.shared().mongoUri("outbox"));
        documents = client.getDatabase("outbox").getCollection(UUID.randomUUID().toString());
        outbox = new Outbox(new IndexedCollection(documents));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void events_are_sent_in_order_and_nothing_stays_behind() {
        aggregateWithEvents(3);
        relay((id, entry) -> kafka.add(entry.seq())).drain(outbox, ID);
        assertThat(kafka).containsExactly(1L, 2L, 3L);
        assertThat(document()).doesNotContainKey("due").containsEntry("outbox", List.of());
    }

    @Test
    void a_relay_that_died_after_the_claim_delays_but_loses_nothing() {
        aggregateWithEvents(2);
        assertThat(outbox.claim(ID, now.get(), LEASE)).isPresent();
        relay(this::send).drain(outbox, ID);
        assertThat(kafka).isEmpty(); // the dead relay's lease still holds
        now.updateAndGet(t -> t.plus(LEASE));
        relay(this::send).drain(outbox, ID);
        assertThat(kafka).containsExactly(1L, 2L);
    }

    @Test
    void a_relay_that_died_after_the_send_makes_the_event_come_twice_but_in_order() {
        aggregateWithEvents(2);
        var entries = outbox.claim(ID, now.get(), LEASE).orElseThrow();
        send(ID, entries.getFirst());
        now.updateAndGet(t -> t.plus(LEASE));
        relay(this::send).drain(outbox, ID);
        assertThat(kafka).containsExactly(1L, 1L, 2L);
    }

    @Test
    void a_relay_that_died_after_the_removal_is_continued_from_there() {
        aggregateWithEvents(2);
        var entries = outbox.claim(ID, now.get(), LEASE).orElseThrow();
        send(ID, entries.getFirst());
        outbox.sent(ID, 1);
        now.updateAndGet(t -> t.plus(LEASE));
        relay(this::send).drain(outbox, ID);
        assertThat(kafka).containsExactly(1L, 2L);
    }

    @Test
    void a_relay_that_died_before_clearing_leaves_an_empty_outbox_that_is_cleared_later() {
        aggregateWithEvents(1);
        var entries = outbox.claim(ID, now.get(), LEASE).orElseThrow();
        send(ID, entries.getFirst());
        outbox.sent(ID, 1);
        now.updateAndGet(t -> t.plus(LEASE));
        relay(this::send).drain(outbox, ID);
        assertThat(kafka).containsExactly(1L);
        assertThat(document()).doesNotContainKey("due");
    }

    @Test
    void an_event_that_arrives_while_sending_is_not_stranded() {
        aggregateWithEvents(1);
        relay((id, entry) -> {
                    send(id, entry);
                    if (entry.seq() == 1) append(2);
                })
                .drain(outbox, ID);
        assertThat(kafka).containsExactly(1L, 2L);
        assertThat(document()).doesNotContainKey("due");
    }

    @Test
    void due_is_not_cleared_while_an_entry_waits() {
        aggregateWithEvents(1);
        outbox.claim(ID, now.get(), LEASE);
        assertThat(outbox.clear(ID)).isFalse();
        assertThat(document()).containsKey("due");
    }

    @Test
    void a_relay_frozen_beyond_its_lease_finds_itself_overtaken_and_stops() throws Exception {
        aggregateWithEvents(3);
        var frozen = new CountDownLatch(1);
        var thaw = new CountDownLatch(1);
        var sleeper = relay((id, entry) -> {
            send(id, entry);
            frozen.countDown();
            waitFor(thaw);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sleeping = threads.submit(() -> sleeper.drain(outbox, ID));
            frozen.await();
            now.updateAndGet(t -> t.plus(LEASE));
            relay(this::send).drain(outbox, ID);
            thaw.countDown();
            sleeping.get();
        }
        assertThat(kafka).containsExactly(1L, 1L, 2L, 3L);
        assertThat(document()).doesNotContainKey("due").containsEntry("outbox", List.of());
    }

    @Test
    void two_relays_at_once_send_everything_and_first_sendings_stay_in_order() throws Exception {
        for (int round = 0; round < 20; round++) {
            kafka.clear();
            documents.deleteMany(new Document());
            aggregateWithEvents(5);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var relays = IntStream.range(0, 2)
                        .mapToObj(i -> threads.submit(() -> relay(this::send).drain(outbox, ID)))
                        .toList();
                for (var relay : relays) relay.get();
            }
            assertThat(kafka.stream().distinct()).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(document()).doesNotContainKey("due");
        }
    }

    @Test
    void a_broker_that_does_not_answer_is_counted_and_asked_again() {
        aggregateWithEvents(2);
        var meters = new SimpleMeterRegistry();
        var broken = new OutboxRelay(
                (id, entry) -> {
                    throw new IllegalStateException("no broker");
                },
                clock,
                properties(),
                meters);
        assertThatThrownBy(() -> broken.drain(outbox, ID)).hasMessage("no broker");
        assertThat(meters.counter("outbox.publish.failures").count()).isEqualTo(1);
        now.updateAndGet(t -> t.plus(properties().pollInterval()));
        relay(this::send).drain(outbox, ID);
        assertThat(kafka).containsExactly(1L, 2L);
    }

    @Test
    void the_last_entry_and_the_claim_go_together_and_only_then() {
        aggregateWithEvents(2);
        outbox.claim(ID, now.get(), LEASE);
        assertThat(outbox.finish(ID, 1)).isFalse(); // there is another one
        outbox.sent(ID, 1);
        assertThat(outbox.finish(ID, 1)).isFalse(); // gone already
        assertThat(outbox.finish(ID, 2)).isTrue();
        assertThat(document()).doesNotContainKey("due").containsEntry("outbox", List.of());
    }

    @Test
    void many_are_finished_at_a_time_and_those_that_have_more_to_send_go_on() {
        for (int i = 0; i < 300; i++) documents.insertOne(aggregate("tally-" + i, 1 + i % 7 / 6));
        var relay = new OutboxRelay(this::send, clock, properties(), new SimpleMeterRegistry());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                var id = "tally-" + i;
                threads.execute(() -> relay.drain(outbox, id));
            }
        }
        assertThat(documents.countDocuments(new Document("due", new Document("$exists", true))))
                .isZero();
        assertThat(documents.countDocuments(new Document("outbox", List.of()))).isEqualTo(300);
        assertThat(kafka).hasSize(342).filteredOn(seq -> seq == 2).hasSize(42);
    }

    @Test
    void what_is_claimed_by_the_write_that_stores_it_is_sent_and_cleared_and_by_nobody_else_before_its_lease_ends() {
        var relay = running();
        try (var handover = relay.handover(1)) {
            assertThat(handover.due()).isEqualTo(now.get().plus(LEASE));
            documents.insertOne(aggregate(ID, 1, handover.due()));
            relay(this::send).drain(outbox, ID);
            assertThat(kafka).isEmpty();
            handover.stored(outbox, ID, List.of(entry(1)));
            await().until(() -> !document().containsKey("due"));
        } finally {
            relay.stop();
        }
        assertThat(kafka).containsExactly(1L);
    }

    @Test
    void whoever_dies_after_storing_and_claiming_delays_but_loses_nothing() {
        documents.insertOne(aggregate(ID, 1, now.get().plus(LEASE)));
        relay(this::send).drain(outbox, ID);
        assertThat(kafka).isEmpty();
        now.updateAndGet(t -> t.plus(LEASE));
        relay(this::send).drain(outbox, ID);
        assertThat(kafka).containsExactly(1L);
    }

    @Test
    void what_was_handed_over_when_the_relay_ends_is_due_at_once() {
        var relay = running();
        try (var handover = relay.handover(1)) {
            documents.insertOne(aggregate(ID, 1, handover.due()));
            relay.stop();
            handover.stored(outbox, ID, List.of(entry(1)));
        }
        assertThat(document().getDate("due").toInstant()).isEqualTo(now.get());
        assertThat(kafka).isEmpty();
    }

    @Test
    void what_has_changed_before_its_handover_comes_is_not_sent_twice() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var relay = relay((id, entry) -> {
            send(id, entry);
            begun.countDown();
            waitFor(go);
        });
        relay.start();
        try (var handover = relay.handover(1)) {
            documents.insertOne(aggregate(ID, 1, handover.due()));
            append(2);
            relay.nudge(outbox, ID);
            begun.await();
            handover.stored(outbox, ID, List.of(entry(1)));
            await().until(() -> hasAllItsRoom(relay)); // the handover's turn has come
            go.countDown();
            await().until(() -> !document().containsKey("due"));
        } finally {
            relay.stop();
        }
        assertThat(kafka).containsExactly(1L, 2L);
    }

    @Test
    void a_relay_with_no_room_claims_nothing() {
        assertThat(relay(this::send).handover(1).due()).isEqualTo(now.get()); // it does not run
        var relay = running();
        try (var all = relay.handover(1_000)) {
            assertThat(all.due()).isEqualTo(now.get().plus(LEASE));
            assertThat(relay.handover(1).due()).isEqualTo(now.get());
        }
        assertThat(relay.handover(1).due()).isEqualTo(now.get().plus(LEASE)); // what was not used is given back
        relay.stop();
    }

    @Test
    void what_waits_is_measured() {
        aggregateWithEvents(2);
        var meters = new SimpleMeterRegistry();
        var relay = new OutboxRelay(this::send, clock, properties(), meters);
        relay.serve(outbox);
        now.updateAndGet(t -> t.plusSeconds(7));
        relay.poll();
        assertThat(meters.get("outbox.pending").gauge().value()).isEqualTo(2);
        assertThat(meters.get("outbox.oldest.age").timeGauge().value(java.util.concurrent.TimeUnit.SECONDS))
                .isEqualTo(7);
    }

    @Test
    void a_running_relay_finds_by_itself_what_no_nudge_told_it() {
        for (int i = 0; i < 2_500; i++) documents.insertOne(aggregate("tally-" + i, 1));
        var relay = new OutboxRelay(this::send, clock, properties(), new SimpleMeterRegistry());
        relay.serve(outbox);
        relay.start();
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> documents.countDocuments(new Document("due", new Document("$exists", true))) == 0);
        } finally {
            relay.stop();
        }
        assertThat(kafka).hasSize(2_500);
        assertThat(relay.isRunning()).isFalse();
    }

    private void send(String id, OutboxEntry entry) {
        kafka.add(entry.seq());
    }

    private OutboxRelay relay(EventSender sender) {
        return new OutboxRelay(sender, clock, properties(), new SimpleMeterRegistry());
    }

    private OutboxRelay running() {
        var relay = relay(this::send);
        relay.serve(outbox);
        relay.start();
        return relay;
    }

    private boolean hasAllItsRoom(OutboxRelay relay) {
        try (var all = relay.handover(1_000)) {
            return all.due().isAfter(now.get());
        }
    }

    private static OutboxProperties properties() {
        return new OutboxProperties(LEASE, Duration.ofMillis(200), 8);
    }

    private void aggregateWithEvents(int events) {
        documents.insertOne(aggregate(ID, events));
    }

    private Document aggregate(String id, int events) {
        return aggregate(id, events, now.get());
    }

    private Document aggregate(String id, int events, Instant due) {
        var document = new Document("_id", id).append("revision", 1L);
        var entries = new ArrayList<OutboxEntry>();
        LongStream.rangeClosed(1, events).forEach(seq -> entries.add(entry(seq)));
        Outbox.appendTo(document, entries, due);
        return document;
    }

    private void append(long seq) {
        documents.updateOne(
                new Document("_id", ID),
                com.mongodb.client.model.Updates.combine(Outbox.append(List.of(entry(seq)), now.get())));
    }

    private OutboxEntry entry(long seq) {
        var data = new Binary("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new OutboxEntry(
                seq, "example.counted.v1/" + ID + "/" + seq, "example.counted.v1", now.get(), data, null);
    }

    private Document document() {
        return documents.find(new Document("_id", ID)).first();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Clock clockOf(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
