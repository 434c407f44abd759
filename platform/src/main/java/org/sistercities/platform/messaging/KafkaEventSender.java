package org.sistercities.platform.messaging;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.sistercities.platform.outbox.EventSender;
import org.sistercities.platform.outbox.OutboxEntry;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends to the service's own topic; the trace the event was born in travels along. */
final class KafkaEventSender implements EventSender {
    private final KafkaTemplate<String, byte[]> kafka;
    private final EventsProperties properties;

    KafkaEventSender(KafkaTemplate<String, byte[]> kafka, EventsProperties properties) {
        this.kafka = kafka;
        this.properties = properties;
    }

    @Override
    public void send(String aggregateId, OutboxEntry entry) {
        try {
            kafka.send(CloudEvents.record(properties.topic(), properties.source(), aggregateId, entry))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("event " + entry.id() + " was not confirmed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("event " + entry.id() + " may not have been confirmed", e);
        }
    }
}
