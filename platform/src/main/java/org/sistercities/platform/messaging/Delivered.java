package org.sistercities.platform.messaging;

import java.time.Instant;
import org.sistercities.contracts.DomainEvent;

/**
 * A domain event as it arrived, at least once and in the order of its aggregate.
 *
 * @param id the same for every delivery of this event
 * @param aggregateId of what it happened to
 * @param sequence counts the aggregate's events from 1; a consumer that keeps the newest one it has seen can skip the rest
 */
public record Delivered<E extends DomainEvent>(
        String id, String source, String aggregateId, long sequence, Instant time, E event) {}
