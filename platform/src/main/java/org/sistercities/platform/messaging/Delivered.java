package org.sistercities.platform.messaging;

import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.sistercities.contracts.DomainEvent;

/**
 * A domain event as it arrived, at least once and in the order of its aggregate.
 *
 * @param id the same for every delivery of this event
 * @param aggregateId of what it happened to
 * @param sequence counts the aggregate's events from 1; a consumer that keeps the newest one it has seen can skip the rest
 */
public record Delivered<E extends DomainEvent>(
        String id, String source, String aggregateId, long sequence, Instant time, E event) {

    /**
     * The same, known to be of this type.
     *
     * @throws SerializationException when it is not
     */
    <F extends DomainEvent> Delivered<F> as(Class<F> type) {
        if (!type.isInstance(event))
            throw new SerializationException(event.getClass().getSimpleName() + " is none of " + type.getSimpleName());
        return new Delivered<>(id, source, aggregateId, sequence, time, type.cast(event));
    }
}
