package org.sistercities.platform.example;

import java.time.Instant;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventType;

public sealed interface TallyEvent extends DomainEvent {

    @EventType("example.counted.v1")
    record Counted(String tallyId, int count, Instant at) implements TallyEvent {}

    @EventType("example.closed.v1")
    record Closed(String tallyId, String note, Instant at) implements TallyEvent {}
}
