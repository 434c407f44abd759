package org.sistercities.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.platform.outbox.OutboxEntry;

/** CloudEvents 1.0 over Kafka in binary mode: attributes in {@code ce_*} headers, the event's JSON as the value. */
final class CloudEvents {
    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String SOURCE = "ce_source";
    private static final String SUBJECT = "ce_subject";
    private static final String TIME = "ce_time";
    private static final String SEQUENCE = "ce_sequence";
    private static final String TRACEPARENT = "traceparent";

    private CloudEvents() {}

    static ProducerRecord<String, byte[]> record(String topic, String source, String aggregateId, OutboxEntry entry) {
        var record = new ProducerRecord<>(topic, aggregateId, entry.data().getData());
        var headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, ID, entry.id());
        put(headers, TYPE, entry.type());
        put(headers, SOURCE, source);
        put(headers, SUBJECT, aggregateId);
        put(headers, TIME, entry.time().toString());
        put(headers, SEQUENCE, "%019d".formatted(entry.seq())); // as many digits as a long has: sorts as text, too
        put(headers, "content-type", "application/json");
        if (entry.traceparent() != null) put(headers, TRACEPARENT, entry.traceparent());
        return record;
    }

    /**
     * @throws SerializationException when it is no event this service can read
     */
    static Delivered<DomainEvent> read(Headers headers, byte @Nullable [] data, EventCodec codec) {
        try {
            return new Delivered<>(
                    get(headers, ID),
                    get(headers, SOURCE),
                    get(headers, SUBJECT),
                    Long.parseLong(get(headers, SEQUENCE)),
                    Instant.parse(get(headers, TIME)),
                    codec.decode(get(headers, TYPE), data));
        } catch (EventCodec.InvalidEvent | NumberFormatException | DateTimeException e) {
            throw new SerializationException("not a domain event: " + e.getMessage(), e);
        }
    }

    /** Whether it is an event this service can read, but none of the family. */
    static boolean isOfAnotherFamily(Headers headers, Class<? extends DomainEvent> family, EventCodec codec) {
        var header = headers.lastHeader(TYPE);
        if (header == null) return false;
        var type = new String(header.value(), UTF_8);
        return codec.isOf(DomainEvent.class, type) && !codec.isOf(family, type);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String get(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null) throw new SerializationException("not a domain event: header " + name + " is missing");
        return new String(header.value(), UTF_8);
    }
}
