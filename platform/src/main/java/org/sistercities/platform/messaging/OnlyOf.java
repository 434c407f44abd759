package org.sistercities.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;

/**
 * Names, as a listener's {@code filter}, the one family of a topic's events it is about: the others pass it by unread. What no
 * codec knows goes to the listener, and so to the dead letters.
 */
public final class OnlyOf implements RecordFilterStrategy<String, byte[]> {
    private final Class<? extends DomainEvent> family;
    private final EventCodec codec;

    public OnlyOf(Class<? extends DomainEvent> family, EventCodec codec) {
        this.family = family;
        this.codec = codec;
    }

    @Override
    public boolean filter(ConsumerRecord<String, byte[]> record) {
        return CloudEvents.isOfAnotherFamily(record.headers(), family, codec);
    }
}
