package org.sistercities.backing.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.backing.ServerProcess;

/** Repair (a): what was acknowledged is there after kill -9. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledMongoTest {
    private static final int WRITERS = 12;

    @TempDir
    Path directory;

    @Test
    void acknowledged_writes_survive_kills() throws Exception {
        var written = new Written();
        for (int round = 0; round < 3; round++) {
            // every other round dies amid many checkpoints
            writeUntilKilled(
                    MongoMain.class, written, round, "-DcheckpointBytes=" + (round % 2 == 0 ? 8 << 20 : 8 << 10));
        }
        try (var server = EmbeddedMongo.start(directory, 0);
                var client = MongoClients.create(server.uri(""))) {
            assertThat(written.ids).hasSizeGreaterThan(2_100);
            assertThat(written.missingIn(client)).isEmpty();
            assertThat(written.countedTooLowIn(client)).isEmpty();
            assertThat(indexEntries(client)).isEqualTo(documents(client));
        }
    }

    /**
     * The control: it acknowledges first and commits about once a second. Its commits may also take half of a command: in one
     * of five runs 1,375 documents had 1,374 entries in the index on _id; too seldom to be asserted here.
     */
    @Test
    void the_library_as_shipped_loses_acknowledged_writes() throws Exception {
        var written = new Written();
        writeUntilKilled(AsShipped.class, written, 0);
        try (var server = new AsShipped(directory);
                var client = MongoClients.create(server.uri())) {
            assertThat(written.missingIn(client)).isNotEmpty();
        }
    }

    private static Number documents(MongoClient client) {
        return validate(client).getInteger("nrecords").longValue();
    }

    private static Number indexEntries(MongoClient client) {
        return validate(client).get("keysPerIndex", Document.class).getLong("_id_");
    }

    private static Document validate(MongoClient client) {
        return client.getDatabase("killed").runCommand(new Document("validate", "inserts"));
    }

    private void writeUntilKilled(Class<?> main, Written written, int round, String... jvmOptions) throws Exception {
        try (var server = ServerProcess.start(main, directory, jvmOptions);
                var client = MongoClients.create(server.address())) {
            int before = written.ids.size();
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> Thread.startVirtualThread(() -> written.write(client, round, writer)))
                    .toList();
            await().atMost(Duration.ofMinutes(2)).until(() -> written.ids.size() > before + 700);
            server.kill();
            for (var writer : writers) {
                writer.join();
            }
        }
    }

    /** What the writers were told is written. */
    private static final class Written {
        final Set<String> ids = ConcurrentHashMap.newKeySet();
        final Map<String, Integer> counts = new ConcurrentHashMap<>();

        void write(MongoClient client, int round, int writer) {
            var inserts = collection(client, "inserts");
            var counters = collection(client, "counters");
            String counter = "counter-" + round + "-" + writer;
            try {
                counters.insertOne(new Document("_id", counter).append("count", 0));
                for (int i = 1; ; i++) {
                    String id = round + "-" + writer + "-" + i;
                    inserts.insertOne(new Document("_id", id).append("text", "x".repeat(300)));
                    ids.add(id);
                    counters.updateOne(eq(counter), combine(inc("count", 1), push("seen", i)));
                    counts.put(counter, i);
                }
            } catch (MongoException e) {
                // killed
            }
        }

        Set<String> missingIn(MongoClient client) {
            var missing = new HashSet<>(ids);
            collection(client, "inserts").find().forEach(document -> missing.remove(document.getString("_id")));
            return missing;
        }

        Set<String> countedTooLowIn(MongoClient client) {
            var low = new HashSet<String>();
            counts.forEach((counter, count) -> {
                var document = collection(client, "counters").find(eq(counter)).first();
                if (document == null
                        || document.getInteger("count") < count
                        || document.getList("seen", Integer.class).size() != document.getInteger("count")) {
                    low.add(counter + ": acknowledged " + count + ", found " + document);
                }
            });
            return low;
        }

        private static MongoCollection<Document> collection(MongoClient client, String name) {
            return client.getDatabase("killed")
                    .getCollection(name)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        }
    }
}
