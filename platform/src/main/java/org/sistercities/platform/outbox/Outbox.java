package org.sistercities.platform.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.sistercities.platform.database.IndexedCollection;

/**
 * The outbox protocol of one collection, every step a single-document write.
 *
 * <p>An aggregate's events are pushed into its document by the same write that changes its state, and {@code due} says since
 * when they wait. A relay claims a document by moving {@code due} into the future (its lease), sends the entries in order, one
 * at a time, removes each once Kafka has it, and clears {@code due} only when no entry is left. A relay that dies or freezes
 * leaves {@code due} standing, and the next one sends again: at least once, first sendings never out of order. Of two steps
 * that follow each other one write is made where that is possible: who stores a new document may claim it by the same write, and
 * the last entry is removed together with {@code due}. Every
 * interleaving of these steps was explored in a model (docs/adr/0003-outbox-in-the-aggregate.md); each usual shortcut loses,
 * reorders or strands events.
 */
public final class Outbox {
    static final String ENTRIES = "outbox";
    static final String DUE = "due";
    private final IndexedCollection documents;
    private final Finisher finisher;

    public Outbox(IndexedCollection documents) {
        this.documents = documents;
        this.finisher = new Finisher(documents);
        documents.require(new IndexModel(Indexes.ascending(DUE), new IndexOptions().sparse(true)));
    }

    /** The part of a change's update that queues its events; {@code now} makes them due at once. */
    public static List<Bson> append(List<OutboxEntry> entries, Instant now) {
        if (entries.isEmpty()) return List.of();
        return List.of(
                pushEach(ENTRIES, entries.stream().map(OutboxEntry::toDocument).toList()), set(DUE, Date.from(now)));
    }

    /** The same for a document that does not exist yet; who says that it is due later has claimed it until then. */
    public static void appendTo(Document document, List<OutboxEntry> entries, Instant due) {
        if (entries.isEmpty()) return;
        document.append(ENTRIES, entries.stream().map(OutboxEntry::toDocument).toList());
        document.append(DUE, Date.from(due));
    }

    /**
     * What is due in this collection, at most {@code limit} documents: those that have been for longest, since the index gives
     * them in that order. (To ask for it would make the embedded MongoDB read and sort all that is due.)
     */
    List<Waiting> waiting(Instant now, int limit) {
        var found = new ArrayList<Waiting>();
        documents
                .get()
                .find(lte(DUE, Date.from(now)))
                .projection(include(DUE, ENTRIES + ".seq", ENTRIES + ".time"))
                .limit(limit)
                .forEach(document -> found.add(Waiting.of(document)));
        return found;
    }

    /** Takes the lease on a document whose entries are due; empty when nothing is due or another relay has it. */
    Optional<List<OutboxEntry>> claim(String id, Instant now, Duration lease) {
        var claimed = documents
                .get()
                .findOneAndUpdate(
                        only(id, DUE, "$lte", Date.from(now)),
                        set(DUE, Date.from(now.plus(lease))),
                        new FindOneAndUpdateOptions()
                                .projection(include(ENTRIES))
                                .returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(claimed).map(Outbox::entries);
    }

    /** Removes an entry Kafka has; false when it was gone already, that is, when another relay has overtaken this one. */
    boolean sent(String id, long seq) {
        return documents
                        .get()
                        .updateOne(eq("_id", id), pull(ENTRIES, new Document("seq", seq)))
                        .getModifiedCount()
                == 1;
    }

    /** Removes the only entry, which Kafka has, and ends the claim; false when it may not have been the only one or be gone already. */
    boolean finish(String id, long seq) {
        return finisher.finish(id, seq);
    }

    /** Gives up a claim after a failed sending, so that the next try need not wait for the lease to run out. */
    void postpone(String id, Instant until) {
        documents.get().updateOne(only(id, DUE, "$exists", true), set(DUE, Date.from(until)));
    }

    /** Ends the claim; false when entries arrived meanwhile, which stay due. */
    boolean clear(String id) {
        return documents
                        .get()
                        .updateOne(only(id, ENTRIES, "$size", 0), unset(DUE))
                        .getMatchedCount()
                == 1;
    }

    /** One document under a condition, without an {@code $and} around it, for which the embedded MongoDB reads them all. */
    private static Document only(String id, String property, String operator, Object operand) {
        return new Document("_id", id).append(property, new Document(operator, operand));
    }

    private static List<OutboxEntry> entries(Document document) {
        return document.getList(ENTRIES, Document.class, List.of()).stream()
                .map(OutboxEntry::of)
                .sorted(Comparator.comparingLong(OutboxEntry::seq))
                .toList();
    }

    /** A document that is due: how many entries wait, and since when the oldest does. */
    record Waiting(String id, int entries, Instant oldest) {
        static Waiting of(Document document) {
            var entries = document.getList(ENTRIES, Document.class, List.of());
            var oldest = entries.stream()
                    .map(entry -> entry.getDate("time").toInstant())
                    .min(Comparator.naturalOrder())
                    .orElseGet(() -> document.getDate(DUE).toInstant());
            return new Waiting(document.getString("_id"), entries.size(), oldest);
        }
    }
}
