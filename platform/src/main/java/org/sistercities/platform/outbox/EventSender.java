package org.sistercities.platform.outbox;

/** Hands one event to the broker and returns once all in-sync replicas have it. */
@FunctionalInterface
public interface EventSender {
    /**
     * Sends the event and waits for the broker's word.
     *
     * @param aggregateId the record's key, so that an aggregate's events stay in order
     * @throws RuntimeException when the broker did not confirm it; it may have it all the same
     */
    void send(String aggregateId, OutboxEntry entry);
}
