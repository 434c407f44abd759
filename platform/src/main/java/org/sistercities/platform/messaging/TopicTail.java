package org.sistercities.platform.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Keeps what a replica holds in memory in step with a topic. Every replica reads every event (no consumer group): it notes
 * where the topic ends, loads its memory from the database, and then follows from the noted place. Whatever was stored before
 * the load is in the load; whatever is stored later is behind the noted place. Events that are in both come again, so a
 * handler compares {@link Delivered#sequence()} with what it has.
 */
public final class TopicTail<E extends DomainEvent> implements SmartLifecycle, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String topic;
    private final Class<E> type;
    private final ConsumerFactory<String, byte[]> consumers;
    private final EventCodec codec;
    private final Runnable load;
    private final Consumer<Delivered<E>> handler;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private volatile boolean running;
    private volatile boolean loaded;
    private volatile boolean caughtUp;

    /**
     * @param type of the events that are followed, sealed, so that a handler can decide each; others pass by unread
     * @param load fills the memory from the database; may take long
     * @param handler applies one event; events of one aggregate arrive in order, some of them again
     */
    public TopicTail(
            String topic,
            Class<E> type,
            ConsumerFactory<String, byte[]> consumers,
            EventCodec codec,
            Runnable load,
            Consumer<Delivered<E>> handler) {
        this.topic = topic;
        this.type = type;
        this.consumers = consumers;
        this.codec = codec;
        this.load = load;
        this.handler = handler;
    }

    /** Whether the memory is loaded and every event that was there by then is applied. */
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public Health health() {
        return (caughtUp ? Health.up() : Health.outOfService())
                .withDetail("topic", topic)
                .withDetail("loaded", loaded)
                .build();
    }

    private void follow() {
        while (running) {
            try {
                followUntilStopped();
            } catch (RuntimeException e) {
                if (running) log.warn("Following {} again after: {}", topic, e.toString());
                pause();
            }
        }
    }

    private void followUntilStopped() {
        var nobody = new Properties(); // no group: nothing is committed, nothing is shared
        try (var consumer = consumers.createConsumer(null, "tail-" + UUID.randomUUID(), null, nobody)) {
            var partitions = partitions(consumer.partitionsFor(topic));
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            for (var partition : partitions) next.putIfAbsent(partition, consumer.position(partition));
            if (!loaded) load.run();
            loaded = true;
            next.forEach(consumer::seek);
            var ends = consumer.endOffsets(partitions);
            while (running) {
                consumer.poll(POLL).forEach(this::apply);
                if (!caughtUp)
                    caughtUp = ends.entrySet().stream()
                            .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        try {
            if (!CloudEvents.isOfAnotherFamily(record.headers(), type, codec))
                handler.accept(CloudEvents.read(record.headers(), record.value(), codec)
                        .as(type));
        } catch (SerializationException e) {
            log.error("Skipped {}@{} of {}: {}", record.offset(), record.partition(), topic, e.getMessage());
        }
        next.put(new TopicPartition(topic, record.partition()), record.offset() + 1);
    }

    private List<TopicPartition> partitions(java.util.List<org.apache.kafka.common.PartitionInfo> infos) {
        if (infos.isEmpty()) throw new UnknownTopicOrPartitionException(topic + " does not exist yet");
        return infos.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (running) return;
        running = true;
        Thread.ofPlatform()
                .name("tail-" + topic)
                .daemon()
                .start(this::follow); // a load may be busy for seconds: not a carrier thread's work
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
