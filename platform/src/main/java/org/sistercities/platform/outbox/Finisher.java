package org.sistercities.platform.outbox;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.sistercities.platform.database.IndexedCollection;

/**
 * Removes last entries together with their claims. Kafka acknowledges many events at a time, so many documents are ready at once: those
 * that are while one command is under way go by the next. Each is still a write of its own to one document.
 */
final class Finisher {
    private static final int AT_ONCE = 100;

    private final IndexedCollection documents;
    private final Queue<Last> waiting = new ConcurrentLinkedQueue<>();
    private final Lock turn = new ReentrantLock();

    private record Last(String id, long seq, CompletableFuture<Boolean> done) {
        /** Matches the document if this is its only entry; without an {@code $and}, as in {@link Outbox}. */
        WriteModel<Document> write() {
            var only = new Document("_id", id)
                    .append(Outbox.ENTRIES, new Document("$size", 1))
                    .append(Outbox.ENTRIES + ".seq", seq);
            return new UpdateOneModel<>(only, combine(set(Outbox.ENTRIES, List.of()), unset(Outbox.DUE)));
        }
    }

    Finisher(IndexedCollection documents) {
        this.documents = documents;
    }

    /**
     * Whether the entry was the only one and is now gone. False leaves it open: of several that go by one command, nobody knows which
     * were meant when some were not.
     */
    boolean finish(String id, long seq) {
        var mine = new Last(id, seq, new CompletableFuture<>());
        waiting.add(mine);
        while (!mine.done().isDone()) takeTurn(mine);
        try {
            return mine.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw e;
        }
    }

    private void takeTurn(Last mine) {
        turn.lock();
        try {
            if (!mine.done().isDone()) finish(next());
        } finally {
            turn.unlock();
        }
    }

    private List<Last> next() {
        var some = new ArrayList<Last>();
        for (var last = waiting.poll(); last != null; last = waiting.poll()) {
            some.add(last);
            if (some.size() == AT_ONCE) break;
        }
        return some;
    }

    private void finish(List<Last> all) {
        try {
            var writes = all.stream().map(Last::write).toList();
            int matched = documents
                    .get()
                    .bulkWrite(writes, new BulkWriteOptions().ordered(false))
                    .getMatchedCount();
            for (var last : all) last.done().complete(matched == all.size());
        } catch (RuntimeException | Error e) {
            for (var last : all) last.done().completeExceptionally(e); // or they would wait for ever
            if (e instanceof Error error) throw error;
        }
    }
}
