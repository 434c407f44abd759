package org.sistercities.backing.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repair (b): whoever reads sees a document before an update or after it, never in between. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TornReadsTest {
    private static final int WRITERS = 32;
    private static final int READERS = 8;
    private static final int FIELDS = 60;

    @TempDir
    Path directory;

    @Test
    void no_read_is_torn_under_32_writers() {
        try (var server = EmbeddedMongo.start(directory, 0)) {
            assertThat(tornReads(server.uri(""), 4_000)).isZero();
        }
    }

    /** The control. It encodes replies from the stored documents while updates change them; some reads even fail. */
    @Test
    void the_library_as_shipped_tears_reads() {
        try (var server = new AsShipped(directory)) {
            assertThat(tornReads(server.uri(), 40_000)).isPositive();
        }
    }

    /** Reads until one was torn, or as often as told. Each write sets all fields of the one document to one value. */
    private static int tornReads(String uri, int reads) {
        var torn = new AtomicInteger();
        var left = new AtomicInteger(reads);
        var done = new AtomicBoolean();
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryReads(false)
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            var collection = client.getDatabase("torn").getCollection("documents");
            collection.insertOne(allFields(0).append("_id", 1));
            var threads = new ArrayList<Thread>();
            IntStream.range(0, WRITERS)
                    .forEach(writer -> threads.add(Thread.startVirtualThread(() -> {
                        for (int value = writer; !done.get(); value += WRITERS) {
                            update(collection, value);
                        }
                    })));
            IntStream.range(0, READERS)
                    .forEach(_ -> threads.add(Thread.startVirtualThread(() -> {
                        while (left.getAndDecrement() > 0 && torn.get() == 0) {
                            if (isTorn(collection)) {
                                torn.incrementAndGet();
                            }
                        }
                        done.set(true);
                    })));
            for (var thread : threads) {
                join(thread);
            }
        }
        return torn.get();
    }

    private static void update(MongoCollection<Document> collection, int value) {
        try {
            collection.updateOne(eq(1), new Document("$set", allFields(value)));
        } catch (MongoException e) {
            // only the control fails here, and is judged by its reads
        }
    }

    private static boolean isTorn(MongoCollection<Document> collection) {
        try {
            var document = collection.find(eq(1)).first();
            document.remove("_id");
            return Collections.frequency(document.values(), document.get("f0")) != FIELDS;
        } catch (MongoException e) {
            return true;
        }
    }

    private static Document allFields(int value) {
        var fields = new Document();
        IntStream.range(0, FIELDS).forEach(i -> fields.append("f" + i, value));
        return fields;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
