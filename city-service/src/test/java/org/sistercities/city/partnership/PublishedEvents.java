package org.sistercities.city.partnership;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;
import org.springframework.kafka.core.ConsumerFactory;

/** What has arrived on the topic so far, read from its beginning as any consumer could. */
public final class PublishedEvents implements AutoCloseable {
    private final Consumer<String, byte[]> consumer;
    private final EventCodec codec = EventCodec.ofAllServices();
    private final List<Published> read = new ArrayList<>();

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
            var type = new String(record.headers().lastHeader("ce_type").value());
            read.add(new Published(record.key(), codec.decode(type, record.value())));
        });
        return read.stream()
                .filter(published -> published.key().equals(partnershipId))
                .map(Published::event)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
