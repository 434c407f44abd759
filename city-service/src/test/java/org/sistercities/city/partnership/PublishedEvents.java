package org.sistercities.city.partnership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * What has arrived on the topic so far, read from its beginning as any consumer could. Delivery is at least once: one that was sent
 * again, because the replica that sent it stopped before it noted so, has the same {@code ce_id} and counts once.
 */
public final class PublishedEvents implements AutoCloseable {
    private final Consumer<String, byte[]> consumer;
    private final EventCodec codec = EventCodec.ofAllServices();
    private final List<Published> read = new ArrayList<>();

    private final Set<String> ids = new HashSet<>();

    record Published(String key, DomainEvent event) {}

    public PublishedEvents(ConsumerFactory<String, byte[]> consumers) {
        consumer = consumers.createConsumer(null, "test-" + UUID.randomUUID(), null, new Properties());
        var partitions = consumer.partitionsFor(Topics.CITY).stream()
                .map(info -> new TopicPartition(Topics.CITY, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The events of one partnership in the order of the topic. */
    public List<DomainEvent> of(String partnershipId) {
        consumer.poll(Duration.ofMillis(500)).forEach(record -> {
            var type = header(record, "ce_type");
            if (ids.add(header(record, "ce_id")))
                read.add(new Published(record.key(), codec.decode(type, record.value())));
        });
        return read.stream()
                .filter(published -> published.key().equals(partnershipId))
                .map(Published::event)
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
