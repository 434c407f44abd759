package org.sistercities.platform.messaging;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.springframework.core.ResolvableType;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;

/**
 * Shows a listener the one family of a topic's events it is about: the others pass it by unread. What no codec knows goes to the
 * listener, and so to the dead letters.
 */
final class OnlyOf implements RecordFilterStrategy<Object, Object> {
    private final Class<? extends DomainEvent> family;
    private final EventCodec codec;

    private OnlyOf(Class<? extends DomainEvent> family, EventCodec codec) {
        this.family = family;
        this.codec = codec;
    }

    /** The family that a listener's {@link Delivered} argument names; empty when it has none. */
    static Optional<OnlyOf> argumentOf(Method listener, EventCodec codec) {
        return IntStream.range(0, listener.getParameterCount())
                .mapToObj(i -> ResolvableType.forMethodParameter(listener, i))
                .filter(type -> type.resolve() == Delivered.class)
                .map(type -> type.getGeneric(0).resolve(DomainEvent.class))
                .map(family -> new OnlyOf(family.asSubclass(DomainEvent.class), codec))
                .findFirst();
    }

    @Override
    public boolean filter(ConsumerRecord<Object, Object> record) {
        return CloudEvents.isOfAnotherFamily(record.headers(), family, codec);
    }
}
