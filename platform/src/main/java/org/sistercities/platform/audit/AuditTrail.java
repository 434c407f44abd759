package org.sistercities.platform.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.database.IndexedCollection;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;

/** The entries of one service, in its own database. Nothing here changes or removes one. */
final class AuditTrail {
    private final IndexedCollection entries;

    AuditTrail(IndexedCollection entries) {
        this.entries = entries;
        entries.require(new IndexModel(Indexes.compoundIndex(ascending("subject"), descending("_id"))));
    }

    /** Which entries are asked for; what is null does not matter. */
    record Wanted(
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Moment after) {}

    void append(AuditEntry entry) {
        entries.get().insertOne(document(entry));
    }

    /** The latest first. */
    Page<AuditEntry> page(Wanted wanted, int limit) {
        var found = entries.get()
                .find(filter(wanted))
                .sort(descending("_id"))
                .limit(limit + 1)
                .map(AuditTrail::entry)
                .into(new ArrayList<>());
        return Page.of(found, limit, entry -> new Moment(entry.at(), entry.id()));
    }

    /** Ids sort as the times of their entries; two of the same millisecond differ by chance. */
    static String newId(Instant at) {
        return "%s%016x".formatted(prefix(at), ThreadLocalRandom.current().nextLong());
    }

    /** All ids of this millisecond begin with it. */
    private static String prefix(Instant at) {
        return "%012x".formatted(at.toEpochMilli());
    }

    private static Bson filter(Wanted wanted) {
        var conditions = new ArrayList<Bson>();
        if (wanted.subject() != null) conditions.add(eq("subject", wanted.subject()));
        if (wanted.from() != null) conditions.add(gte("_id", prefix(wanted.from())));
        if (wanted.until() != null) conditions.add(lt("_id", prefix(wanted.until())));
        if (wanted.after() != null) conditions.add(lt("_id", wanted.after().id()));
        return conditions.isEmpty() ? new Document() : and(conditions);
    }

    private static Document document(AuditEntry entry) {
        return new Document("_id", entry.id())
                .append("at", Date.from(entry.at()))
                .append("subject", entry.subject())
                .append("roles", entry.roles())
                .append("endpoint", entry.endpoint())
                .append("path", entry.path())
                .append("created", entry.created())
                .append("status", entry.status())
                .append("traceId", entry.traceId());
    }

    private static AuditEntry entry(Document stored) {
        return new AuditEntry(
                stored.getString("_id"),
                stored.getDate("at").toInstant(),
                stored.getString("subject"),
                List.copyOf(stored.getList("roles", String.class)),
                stored.getString("endpoint"),
                stored.getString("path"),
                stored.getString("created"),
                stored.getInteger("status"),
                stored.getString("traceId"));
    }
}
