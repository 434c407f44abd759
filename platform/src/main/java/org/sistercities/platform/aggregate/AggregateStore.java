package org.sistercities.platform.aggregate;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.database.IndexedCollection;
import org.sistercities.platform.outbox.EventQueue;
import org.sistercities.platform.outbox.Outbox;
import org.sistercities.platform.outbox.OutboxEntry;

/**
 * The aggregates of one collection. Each is one document:
 *
 * <pre>{_id, revision, state: {…}, seq, outbox: [{seq, id, type, time, data, traceparent}], due, requests: [{key, hash}]}</pre>
 *
 * A change loads it, decides, and writes the new state, the events and the request's key in one update that holds only if the
 * revision is still the one it decided on; if not, it decides again. So a decision may run more than once and must not do
 * anything but decide. Writes are answered by a majority and journalled before they return; reads see only such writes.
 *
 * @param <S> the state, a record Spring Data can map
 */
public final class AggregateStore<S> {
    private static final int REMEMBERED_REQUESTS = 100;

    private final AggregateMapping<S> mapping;
    private final IndexedCollection documents;
    private final Outbox outbox;
    private final EventQueue queue;
    private final Turns turns = new Turns();

    AggregateStore(AggregateMapping<S> mapping, IndexedCollection documents, Outbox outbox, EventQueue queue) {
        this.mapping = mapping;
        this.documents = documents;
        this.outbox = outbox;
        this.queue = queue;
    }

    /** The aggregate, if there is one. */
    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(documents.get().find(eq("_id", id)).first()).map(mapping::read);
    }

    /**
     * The aggregate.
     *
     * @throws NoSuchAggregate when there is none
     */
    public Stored<S> get(String id) {
        return find(id).orElseThrow(() -> new NoSuchAggregate(mapping.kind(), id));
    }

    /** Those of the ids that exist, in no particular order. */
    public List<Stored<S>> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list(in("_id", ids), null, Integer.MAX_VALUE);
    }

    /**
     * At most {@code limit} aggregates a filter matches; state properties are named {@code state.…}.
     *
     * @param sort null for the database's own order
     */
    public List<Stored<S>> list(Bson filter, @Nullable Bson sort, int limit) {
        var found = new ArrayList<Stored<S>>();
        documents.get().find(filter).sort(sort).limit(limit).forEach(document -> found.add(mapping.read(document)));
        return found;
    }

    /** Hands every aggregate to {@code each}, one at a time, in bounded memory. */
    public void forEach(Consumer<Stored<S>> each) {
        documents.get().find().batchSize(1_000).forEach(document -> each.accept(mapping.read(document)));
    }

    /** How many there are; for progress and start-up checks, not for hot paths. */
    public long count() {
        return documents.get().countDocuments();
    }

    /**
     * Stores a new aggregate and its first events.
     *
     * @throws AlreadyExists when its id or one of its unique properties is taken
     */
    public Stored<S> create(String id, Change<S> born) {
        return insert(id, null, born);
    }

    /** Like {@link #create}, but what exists under this id already is returned as it is, and {@code born} is not asked. */
    public Stored<S> createOnce(String id, Supplier<Change<S>> born) {
        return find(id).orElseGet(() -> insertOrGet(id, born.get()));
    }

    /**
     * Stores a new aggregate for a request that may be repeated; the id must be derived from the request's key.
     *
     * @throws IdempotencyKeyReused when the key came with another request before
     */
    public Stored<S> create(String id, IdempotentRequest request, Supplier<Change<S>> born) {
        var known = answered(id, request);
        if (known.isPresent()) return known.get();
        try {
            return insert(id, request, born.get());
        } catch (AlreadyExists e) {
            return answered(id, request).orElseThrow(() -> e); // the same request won the race, or another rule did
        }
    }

    /** Stores many new aggregates; those whose id exists are left alone. Returns the ids that are new. */
    public Set<String> createAll(Map<String, Change<S>> born) {
        if (born.isEmpty()) return Set.of();
        var births = born.entrySet().stream()
                .map(entry -> birth(entry.getKey(), entry.getValue()))
                .toList();
        int announced = (int) births.stream().filter(Birth::isAnnounced).count();
        try (var handover = queue.handover(announced)) {
            var inserts = births.stream()
                    .map(birth -> newDocument(birth, null, handover.due()))
                    .toList();
            var fresh = insertedOf(inserts);
            for (var birth : births)
                if (fresh.contains(birth.id())) handover.stored(outbox, birth.id(), birth.entries());
            return fresh;
        }
    }

    private Set<String> insertedOf(List<Document> inserts) {
        var fresh = new LinkedHashSet<String>();
        for (var document : inserts) fresh.add(document.getString("_id"));
        try {
            documents.get().insertMany(inserts, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            for (var error : e.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
                fresh.remove(inserts.get(error.getIndex()).getString("_id"));
            }
            if (e.getWriteConcernError() != null) throw e;
        }
        return fresh;
    }

    /**
     * Loads, decides and stores; decides again when somebody else was faster.
     *
     * @throws NoSuchAggregate when there is none
     * @throws AlreadyExists when a unique property it takes is another's
     * @throws Contended when it was overtaken too often
     */
    public Stored<S> change(String id, Function<S, Change<S>> decision) {
        return turns.take(id, () -> decide(id, null, null, decision));
    }

    /**
     * Like {@link #change(String, Function)}, but decides on what the caller has read at first: one reading less when nobody has
     * changed it since.
     */
    public Stored<S> change(Stored<S> read, Function<S, Change<S>> decision) {
        return turns.take(read.id(), () -> {
            var change = decision.apply(read.state());
            boolean isAlone = change.events().isEmpty() && !change.state().equals(read.state());
            return isAlone && updated(read, next(change.state()))
                    ? new Stored<>(read.id(), read.revision() + 1, change.state())
                    : decide(read.id(), null, null, decision);
        });
    }

    /**
     * Like {@link #change(String, Function)}, once per request key.
     *
     * @throws IdempotencyKeyReused when the key came with another request before
     */
    public Stored<S> change(String id, IdempotentRequest request, Function<S, Change<S>> decision) {
        return turns.take(id, () -> decide(id, null, request, decision));
    }

    /**
     * Like {@link #change(String, Function)}, but only from the revision the caller has read.
     *
     * @throws StaleRevision when it has changed since
     */
    public Stored<S> change(String id, long expectedRevision, Function<S, Change<S>> decision) {
        return turns.take(id, () -> decide(id, expectedRevision, null, decision));
    }

    private Stored<S> decide(
            String id, @Nullable Long expected, @Nullable IdempotentRequest request, Function<S, Change<S>> decision) {
        for (var patience = new Patience(); patience.lasts(); patience.pause()) {
            var document = documents.get().find(eq("_id", id)).first();
            if (document == null) throw new NoSuchAggregate(mapping.kind(), id);
            var current = mapping.read(document);
            if (request != null && mapping.remembers(document, request)) return current;
            if (expected != null && expected != current.revision()) throw new StaleRevision(current.revision());
            var change = decision.apply(current.state());
            if (change.events().isEmpty() && change.state().equals(current.state())) return current;
            if (compareAndSet(document, current, request, change))
                return new Stored<>(id, current.revision() + 1, change.state());
        }
        throw new Contended(mapping.kind(), id);
    }

    private boolean compareAndSet(
            Document before, Stored<S> current, @Nullable IdempotentRequest request, Change<S> change) {
        long seq = mapping.lastSeq(before);
        var entries = queue.entries(current.id(), seq, change.events());
        var update = new ArrayList<Bson>();
        update.add(next(change.state()));
        if (!entries.isEmpty()) update.add(set("seq", seq + entries.size()));
        update.addAll(Outbox.append(entries, queue.now()));
        if (request != null)
            update.add(pushEach(
                    "requests",
                    List.of(AggregateMapping.remembered(request)),
                    new PushOptions().slice(-REMEMBERED_REQUESTS)));
        if (!updated(current, combine(update))) return false;
        if (!entries.isEmpty()) queue.nudge(outbox, current.id());
        return true;
    }

    private Bson next(S state) {
        return combine(set("state", mapping.write(state)), inc("revision", 1L));
    }

    private boolean updated(Stored<S> current, Bson update) {
        // one document, not an $and of two conditions: for that the embedded MongoDB reads the whole collection
        var unchanged = new Document("_id", current.id()).append("revision", current.revision());
        try {
            return documents.get().updateOne(unchanged, update).getMatchedCount() == 1;
        } catch (MongoWriteException e) {
            throw orAlreadyExists(e, current.id());
        }
    }

    private Stored<S> insert(String id, @Nullable IdempotentRequest request, Change<S> born) {
        var birth = birth(id, born);
        try (var handover = queue.handover(birth.isAnnounced() ? 1 : 0)) {
            documents.get().insertOne(newDocument(birth, request, handover.due()));
            handover.stored(outbox, id, birth.entries());
        } catch (MongoWriteException e) {
            throw orAlreadyExists(e, id);
        }
        return new Stored<>(id, 1, born.state());
    }

    private RuntimeException orAlreadyExists(MongoWriteException e, String id) {
        var duplicate = e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
        return duplicate ? new AlreadyExists(mapping.kind(), id) : e;
    }

    private Stored<S> insertOrGet(String id, Change<S> born) {
        try {
            return insert(id, null, born);
        } catch (AlreadyExists e) {
            return find(id).orElseThrow(() -> e);
        }
    }

    private Optional<Stored<S>> answered(String id, IdempotentRequest request) {
        return Optional.ofNullable(documents.get().find(eq("_id", id)).first())
                .filter(document -> mapping.remembers(document, request))
                .map(mapping::read);
    }

    /** A new aggregate with its first events. */
    private record Birth<S>(String id, S state, List<OutboxEntry> entries) {
        boolean isAnnounced() {
            return !entries.isEmpty();
        }
    }

    private Birth<S> birth(String id, Change<S> born) {
        return new Birth<>(id, born.state(), queue.entries(id, 0, born.events()));
    }

    private Document newDocument(Birth<S> birth, @Nullable IdempotentRequest request, Instant due) {
        var document = new Document("_id", birth.id())
                .append("revision", 1L)
                .append("state", mapping.write(birth.state()))
                .append("seq", (long) birth.entries().size());
        Outbox.appendTo(document, birth.entries(), due);
        if (request != null) document.append("requests", List.of(AggregateMapping.remembered(request)));
        return document;
    }
}
