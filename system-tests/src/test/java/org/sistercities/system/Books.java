package org.sistercities.system;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

/** What database and topic say of one event in the end, held against what guests were told. */
final class Books {
    private static final Set<String> HOLDING = Set.of("CONFIRMED", "OFFERED", "HELD", "AWAITING_PAYMENT");

    private final MongoDatabase database;
    private final String kafka;
    private final String event;
    private final Map<String, Document> registrations = new LinkedHashMap<>();

    Books(MongoDatabase database, String kafka, String event) {
        this.database = database;
        this.kafka = kafka;
        this.event = event;
    }

    /** Whether nothing waits to be finished or sent. */
    boolean areClosed() {
        var due = new Document("due", new Document("$exists", true));
        return database.getCollection("registrations").countDocuments(due) == 0
                && quotas().get("intents", Document.class).isEmpty();
    }

    int registered() {
        return registrations.size();
    }

    /** Registrations that were ever offered places. */
    Set<String> offered() {
        var offered = new HashSet<String>();
        registrations.forEach((id, registration) -> {
            if (state(registration).getList("history", Document.class).stream()
                    .anyMatch(entry -> entry.getString("what").equals("OFFERED"))) offered.add(id);
        });
        return offered;
    }

    /** Everything that is not as it was told or as it must be. */
    List<String> faults(Collection<KnownGuest> guests) {
        database.getCollection("registrations")
                .find(new Document("state.eventId", event))
                .forEach(document -> registrations.put(document.getString("_id"), document));
        var faults = new ArrayList<String>();
        for (var guest : guests) {
            faults.addAll(guest.faults());
            for (var told : guest.acknowledged()) told(told, faults);
        }
        places(faults);
        events(faults);
        return faults;
    }

    private void told(KnownGuest.Acknowledged told, List<String> faults) {
        var registration = registrations.get(told.id);
        if (registration == null) {
            faults.add("lost: " + told.id + " of " + told.key);
            return;
        }
        var status = status(registration);
        boolean kept = switch (told.status) {
            case "CONFIRMED", "CANCELLED", "OFFERED" -> status.equals(told.status);
            case "WAITLISTED" -> Set.of("WAITLISTED", "OFFERED").contains(status);
            default -> true;
        };
        if (!kept) faults.add("lost: " + told.id + " was told " + told.status + " and is " + status);
    }

    private void places(List<String> faults) {
        int places = registrations.values().stream()
                .filter(registration -> HOLDING.contains(status(registration)))
                .mapToInt(registration -> state(registration)
                        .get("order", Document.class)
                        .get("claim", Document.class)
                        .getInteger("places"))
                .sum();
        var quota = quotas().getList("quotas", Document.class).getFirst();
        int used = quota.getInteger("taken")
                + quotas().get("held", Document.class).getList("slots", Document.class).stream()
                        .mapToInt(slot -> slot.get("draws", Document.class).getInteger(quota.getString("_id"), 0))
                        .sum();
        if (places > quota.getInteger("capacity"))
            faults.add("oversold: " + places + " of " + quota.getInteger("capacity"));
        if (places != used)
            faults.add("sums: registrations have " + places + ", the quota says " + used + ": " + quotas().toJson());
    }

    /** Each registration's events are there, and their first sendings in order. */
    private void events(List<String> faults) {
        var sent = sequences();
        registrations.forEach((id, registration) -> {
            var first = sent.getOrDefault(id, List.of()).stream().distinct().toList();
            var all = LongStream.rangeClosed(1, registration.getLong("seq"))
                    .boxed()
                    .toList();
            if (!first.equals(all)) faults.add("events: of " + id + " there are " + first + " and not " + all);
        });
    }

    private Map<String, List<Long>> sequences() {
        var topic = "sistercities.events";
        var sequences = new HashMap<String, List<Long>>();
        var configuration = new Properties();
        configuration.put("bootstrap.servers", kafka);
        try (var consumer = new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                for (var record : consumer.poll(Duration.ofMillis(200)))
                    sequences
                            .computeIfAbsent(record.key(), _ -> new ArrayList<>())
                            .add(Long.parseLong(new String(
                                    record.headers().lastHeader("ce_sequence").value())));
        }
        return sequences;
    }

    private String status(Document registration) {
        var standing = state(registration).get("standing", Document.class);
        var until = standing.getDate("until");
        return until != null && !until.toInstant().isAfter(Instant.now()) ? "EXPIRED" : standing.getString("status");
    }

    private Document quotas() {
        var document = database.getCollection("quotas")
                .find(new Document("_id", event))
                .first();
        if (document == null) throw new IllegalStateException("the event's quotas are gone");
        return document.get("state", Document.class);
    }

    private static Document state(Document document) {
        return document.get("state", Document.class);
    }
}
