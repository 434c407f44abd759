package org.sistercities.city.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;
import org.springframework.kafka.core.KafkaTemplate;

/** Content-service's and events-service's side of their topics; all on one partition, so that they arrive in order. */
record OtherTopics(KafkaTemplate<String, byte[]> kafka) {
    private static final EventCodec CODEC = EventCodec.ofAllServices();

    void content(String storyId, long sequence, DomainEvent event) {
        send(Topics.CONTENT, storyId, sequence, event);
    }

    void events(String eventId, long sequence, DomainEvent event) {
        send(Topics.EVENTS, eventId, sequence, event);
    }

    private void send(String topic, String key, long sequence, DomainEvent event) {
        var type = EventCodec.typeOf(event.getClass());
        var record = new ProducerRecord<>(topic, 0, key, CODEC.encode(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        type + "/" + key + "/" + sequence,
                        "ce_type",
                        type,
                        "ce_source",
                        "/another-service",
                        "ce_subject",
                        key,
                        "ce_time",
                        "2026-12-01T12:00:00Z",
                        "ce_sequence",
                        "%019d".formatted(sequence))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        kafka.send(record).join();
    }
}
