package org.sistercities.backing.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.backing.ServerProcess;

/** Repair (c): a unique key is there once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UniqueKeysTest {
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);
    private static final Document SEATTLE_BERGEN = new Document("a", "seattle").append("b", "bergen");

    @TempDir
    Path directory;

    @Test
    void of_racing_inserts_one_wins() throws Exception {
        try (var server = EmbeddedMongo.start(directory, 0);
                var client = MongoClients.create(server.uri(""))) {
            var documents = client.getDatabase("unique").getCollection("documents");
            documents.createIndex(ascending("party.email"), UNIQUE);
            for (int round = 0; round < 20; round++) {
                String email = round + "@example.org";
                var won = new AtomicInteger();
                race(() -> new Document("party", new Document("email", email)), documents, won);
                assertThat(won).hasValue(1);
            }
            assertThat(documents.countDocuments()).isEqualTo(20);
        }
    }

    @Test
    void an_index_made_while_writers_race_holds_or_is_refused() throws Exception {
        try (var server = EmbeddedMongo.start(directory, 0)) {
            assertThat(indexesBrokenByRacing(server.uri(""), 20)).isZero();
        }
    }

    /** Makes a unique index while 32 equal documents are inserted, until it was made and yet there are two. */
    private static int indexesBrokenByRacing(String uri, int rounds) throws InterruptedException {
        try (var client = MongoClients.create(uri)) {
            for (int round = 0; round < rounds; round++) {
                var documents = client.getDatabase("unique").getCollection("documents" + round);
                var made = new AtomicBoolean();
                var index = Thread.startVirtualThread(() -> {
                    try {
                        documents.createIndex(ascending("key"), UNIQUE);
                        made.set(true);
                    } catch (MongoException e) {
                        // the duplicates came first
                    }
                });
                race(() -> new Document("key", "same"), documents, new AtomicInteger());
                index.join();
                if (made.get() && documents.countDocuments() > 1) {
                    return 1;
                }
            }
        }
        return 0;
    }

    @Test
    void keys_hold_across_a_restart_and_a_kill() throws Exception {
        try (var server = ServerProcess.start(MongoMain.class, directory)) {
            insertPair(server.address());
            server.kill();
        }
        for (int start = 0; start < 2; start++) {
            try (var server = EmbeddedMongo.start(directory, 0)) {
                assertThatThrownBy(() -> insertPair(server.uri(""))).isInstanceOf(MongoException.class);
                on(
                        server.uri(""),
                        documents -> assertThat(documents.countDocuments()).isEqualTo(1));
            }
        }
    }

    @Test
    void an_index_refused_for_duplicates_is_refused_again() {
        try (var server = EmbeddedMongo.start(directory, 0)) {
            assertThatThrownBy(() -> indexOverDuplicates(server.uri(""))).isInstanceOf(MongoException.class);
            assertThatThrownBy(() -> indexOverDuplicates(server.uri(""))).isInstanceOf(MongoException.class);
        }
    }

    /** The control: the half-filled index of the first attempt is taken for a whole one. */
    @Test
    void the_library_as_shipped_makes_an_index_over_duplicates_at_the_second_attempt() {
        try (var server = new AsShipped(directory)) {
            assertThatThrownBy(() -> indexOverDuplicates(server.uri())).isInstanceOf(MongoException.class);
            indexOverDuplicates(server.uri());
        }
    }

    private static void indexOverDuplicates(String uri) {
        on(uri, documents -> {
            documents.deleteMany(new Document());
            documents.insertMany(List.of(new Document("key", 1), new Document("key", 1)));
            documents.createIndex(ascending("key"), UNIQUE);
        });
    }

    private static void insertPair(String uri) {
        on(uri, documents -> {
            documents.createIndex(ascending("cities"), UNIQUE);
            documents.insertOne(new Document("cities", SEATTLE_BERGEN));
        });
    }

    private static void on(String uri, Consumer<MongoCollection<Document>> action) {
        try (var client = MongoClients.create(uri)) {
            action.accept(client.getDatabase("unique").getCollection("documents"));
        }
    }

    private static void race(Supplier<Document> document, MongoCollection<Document> documents, AtomicInteger won)
            throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 32; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    documents.insertOne(document.get());
                    won.incrementAndGet();
                } catch (MongoException e) {
                    // another was first
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
    }
}
