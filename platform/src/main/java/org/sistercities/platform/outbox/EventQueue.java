package org.sistercities.platform.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.Binary;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.platform.observability.CurrentTrace;

/** Prepares the events of a decision for the outbox, checked and serialised before anything is written, and wakes the relay. */
public final class EventQueue {
    private final EventCodec codec;
    private final CurrentTrace trace;
    private final Clock clock;
    private final OutboxRelay relay;

    public EventQueue(EventCodec codec, CurrentTrace trace, Clock clock, OutboxRelay relay) {
        this.codec = codec;
        this.trace = trace;
        this.clock = clock;
        this.relay = relay;
    }

    /**
     * Numbers the events on from {@code lastSeq}.
     *
     * @throws EventCodec.InvalidEvent when one of them must not be sent; nothing is stored then
     */
    public List<OutboxEntry> entries(String aggregateId, long lastSeq, List<DomainEvent> events) {
        var entries = new ArrayList<OutboxEntry>(events.size());
        for (var event : events) {
            long seq = lastSeq + entries.size() + 1;
            var type = EventCodec.typeOf(event.getClass());
            var id = type + "/" + aggregateId + "/" + seq;
            entries.add(new OutboxEntry(seq, id, type, now(), new Binary(codec.encode(event)), trace.traceparent()));
        }
        return entries;
    }

    /** For so many documents that are about to be stored with events. */
    public Handover handover(int documents) {
        return relay.handover(documents);
    }

    public void nudge(Outbox outbox, String aggregateId) {
        relay.nudge(outbox, aggregateId);
    }

    public Instant now() {
        return clock.instant();
    }
}
