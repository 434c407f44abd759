package org.sistercities.platform.messaging;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.sistercities.platform.outbox.EventSender;
import org.sistercities.platform.outbox.OutboxEntry;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends to the service's own topic; the trace the event was born in travels along. */
final class KafkaEventSender implements EventSender {
    private final KafkaTemplate<String, byte[]> kafka;
    private final KafkaAdmin admin;
    private final EventsProperties properties;

    KafkaEventSender(KafkaTemplate<String, byte[]> kafka, KafkaAdmin admin, EventsProperties properties) {
        this.kafka = kafka;
        this.admin = admin;
        this.properties = properties;
    }

    @Override
    public void send(String aggregateId, OutboxEntry entry) {
        try {
            kafka.send(CloudEvents.record(properties.topic(), properties.source(), aggregateId, entry))
                    .get();
        } catch (ExecutionException | RuntimeException e) {
            createTopicsIfMissing(e);
            throw new KafkaException("event " + entry.id() + " was not confirmed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("event " + entry.id() + " may not have been confirmed", e);
        }
    }

    /** Topics are created at start-up; a broker that was away then does not have them yet. */
    private void createTopicsIfMissing(Exception failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof UnknownTopicOrPartitionException)
            admin.initialize();
    }
}
