package org.sistercities.platform.outbox;

import java.time.Instant;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A domain event waiting inside its aggregate's document, already serialised and checked.
 *
 * @param seq counts the aggregate's events from 1, without gaps
 * @param id {@code type/aggregate/seq}, the same however often it is sent
 * @param traceparent W3C trace context of the request that caused it
 */
public record OutboxEntry(
        long seq,
        String id,
        String type,
        Instant time,
        Binary data,
        @Nullable String traceparent) {

    Document toDocument() {
        return new Document("seq", seq)
                .append("id", id)
                .append("type", type)
                .append("time", java.util.Date.from(time))
                .append("data", data)
                .append("traceparent", traceparent);
    }

    static OutboxEntry of(Document entry) {
        return new OutboxEntry(
                entry.getLong("seq"),
                entry.getString("id"),
                entry.getString("type"),
                entry.getDate("time").toInstant(),
                entry.get("data", Binary.class),
                entry.getString("traceparent"));
    }
}
