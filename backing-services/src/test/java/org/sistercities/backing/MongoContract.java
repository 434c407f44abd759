package org.sistercities.backing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** What the platform asks of a MongoDB, embedded or real. */
interface MongoContract {
    Date EARLY = new Date(1_000_000);
    Date LATE = new Date(2_000_000);

    BackingServices services();

    /** Runs on an empty collection. */
    private void on(Consumer<MongoCollection<Document>> test) {
        inDatabase(database -> test.accept(database.getCollection("documents")));
    }

    private void inDatabase(Consumer<MongoDatabase> test) {
        String name = "contract-" + UUID.randomUUID();
        try (var client = MongoClients.create(services().mongoUri(name))) {
            var database = client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            test.accept(database);
            database.drop();
        }
    }

    private static Document document(Object id) {
        return new Document("_id", id);
    }

    @Test
    default void an_update_with_a_stale_revision_changes_nothing() {
        on(documents -> {
            documents.insertOne(document("a").append("revision", 1L).append("old", true));
            var update =
                    combine(set("name", "x"), inc("revision", 1), push("outbox", new Document("seq", 1)), unset("old"));
            assertThat(documents
                            .updateOne(and(eq("a"), eq("revision", 1L)), update)
                            .getModifiedCount())
                    .isOne();
            assertThat(documents
                            .updateOne(and(eq("a"), eq("revision", 1L)), update)
                            .getMatchedCount())
                    .isZero();
            assertThat(documents.find(eq("a")).first())
                    .isEqualTo(document("a")
                            .append("revision", 2L)
                            .append("name", "x")
                            .append("outbox", List.of(new Document("seq", 1))));
        });
    }

    @Test
    default void of_32_compare_and_sets_at_once_one_wins() {
        on(documents -> {
            documents.insertOne(document("a").append("revision", 0));
            for (int revision = 0; revision < 10; revision++) {
                var won = new AtomicInteger();
                int expected = revision;
                var threads = IntStream.range(0, 32)
                        .mapToObj(_ -> Thread.startVirtualThread(() -> won.addAndGet((int) documents
                                .updateOne(and(eq("a"), eq("revision", expected)), inc("revision", 1))
                                .getModifiedCount())))
                        .toList();
                threads.forEach(MongoContract::join);
                assertThat(won).hasValue(1);
            }
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    default void a_lease_is_taken_once() {
        on(documents -> {
            documents.createIndex(ascending("due"), new IndexOptions().sparse(true));
            documents.insertMany(
                    List.of(document("a").append("due", EARLY), document("b").append("due", LATE), document("c")));
            assertThat(documents.find(lte("due", EARLY))).extracting("_id").containsExactly("a");
            var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
            assertThat(documents.findOneAndUpdate(and(eq("a"), lte("due", EARLY)), set("due", LATE), after))
                    .containsEntry("due", LATE);
            assertThat(documents.findOneAndUpdate(and(eq("a"), lte("due", EARLY)), set("due", LATE), after))
                    .isNull();
            assertThat(documents.find(lte("due", LATE)).sort(ascending("_id")))
                    .extracting("_id")
                    .containsExactly("a", "b");
            assertThat(documents.updateMany(lte("due", LATE), unset("due")).getModifiedCount())
                    .isEqualTo(2);
            assertThat(documents.find(lte("due", LATE))).isEmpty();
        });
    }

    @Test
    default void an_outbox_is_pulled_empty() {
        on(documents -> {
            documents.insertOne(document("a")
                    .append("outbox", List.of(new Document("seq", 1), new Document("seq", 2)))
                    .append("due", EARLY));
            var whenEmpty = and(eq("a"), size("outbox", 0));
            documents.updateOne(eq("a"), pull("outbox", new Document("seq", 1)));
            assertThat(documents.updateOne(whenEmpty, unset("due")).getModifiedCount())
                    .isZero();
            documents.updateOne(eq("a"), pull("outbox", new Document("seq", 2)));
            assertThat(documents.updateOne(whenEmpty, unset("due")).getModifiedCount())
                    .isOne();
            assertThat(documents.find().first()).isEqualTo(document("a").append("outbox", List.of()));
        });
    }

    @Test
    default void an_unordered_bulk_tells_each_duplicate() {
        on(documents -> {
            documents.insertOne(document(2));
            var batch = List.of(document(1), document(2), document(3), document(1));
            var e = catchThrowableOfType(
                    MongoBulkWriteException.class,
                    () -> documents.insertMany(batch, new InsertManyOptions().ordered(false)));
            assertThat(e.getWriteErrors())
                    .extracting("index", "code")
                    .containsExactly(tuple(1, 11000), tuple(3, 11000));
            assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
            assertThat(documents.countDocuments()).isEqualTo(3);
        });
    }

    @Test
    default void an_ordered_bulk_stops_at_the_first_duplicate() {
        on(documents -> {
            var batch = List.of(document(1), document(1), document(2));
            var e = catchThrowableOfType(MongoBulkWriteException.class, () -> documents.insertMany(batch));
            assertThat(e.getWriteResult().getInsertedCount()).isOne();
            assertThat(documents.find()).extracting("_id").containsExactly(1);
        });
    }

    @Test
    default void unique_keys_are_unique_and_sparse_ones_may_be_absent() {
        on(documents -> {
            documents.createIndex(
                    ascending("party.email"), new IndexOptions().unique(true).sparse(true));
            documents.insertMany(List.of(document(1), document(2), email(3, "a@b"), email(4, "c@d")));
            assertThatThrownBy(() -> documents.insertOne(email(5, "a@b"))).isInstanceOf(MongoWriteException.class);
            assertThatThrownBy(() -> documents.updateOne(eq(4), set("party.email", "a@b")))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getCode()).isEqualTo(11000));
            documents.deleteOne(eq(3));
            documents.updateOne(eq(4), set("party.email", "a@b"));
            assertThat(documents.find(and(eq("party.email", "a@b"), eq("_id", 4))))
                    .hasSize(1);
            assertThat(documents.find(eq("party.email", null)).sort(ascending("_id")))
                    .extracting("_id")
                    .containsExactly(1, 2);
        });
    }

    private static Document email(int id, String email) {
        return document(id).append("party", new Document("email", email));
    }

    @Test
    default void an_index_changes_no_answer() {
        inDatabase(database -> {
            var indexed = database.getCollection("indexed");
            indexed.createIndex(ascending("at"));
            indexed.createIndex(ascending("tags", "n"));
            indexed.createIndex(ascending("n"));
            var plain = database.getCollection("plain");
            for (var collection : List.of(indexed, plain)) {
                for (int i = 0; i < 60; i++) {
                    var document = document(i)
                            .append("tags", Arrays.asList("t" + i % 7, "u" + i % 3, null))
                            .append("n", i % 10);
                    collection.insertOne(i % 4 == 0 ? document : document.append("at", new Date(i * 1000L)));
                }
                collection.updateMany(gt("_id", 30), combine(inc("n", 1L), set("at", new Date(5_500))));
                collection.deleteMany(in("_id", 3, 31, 50));
            }
            for (var filter : List.of(
                    eq("n", 4.0),
                    in("n", 2, 3L, 99),
                    eq("tags", "u1"),
                    in("tags", "t2", "u2"),
                    lte("at", new Date(5_500)),
                    gt("at", new Date(20_000)),
                    and(gt("at", new Date(1_000)), lte("at", new Date(9_000)), eq("n", 5)),
                    and(gt("tags", "t5"), lte("tags", "t1")),
                    eq("at", null),
                    gt("n", 7),
                    new Document("n", new Document("$ne", 4)),
                    lte("tags", "t3"),
                    new Document("at", new Document("$exists", false)),
                    eq("tags", List.of("t1", "u1")))) {
                assertThat(indexed.find(filter).sort(ascending("_id")))
                        .as(filter.toString())
                        .containsExactlyElementsOf(plain.find(filter).sort(ascending("_id")));
            }
        });
    }

    /** Sorted in full, an index must not be noticed; of a unique one with some values of a document, the lowest counts. */
    @Test
    default void an_index_changes_no_order() {
        inDatabase(database -> {
            var indexed = database.getCollection("indexed");
            indexed.createIndex(ascending("at"), new IndexOptions().unique(true).sparse(true));
            indexed.createIndex(
                    ascending("words"), new IndexOptions().unique(true).sparse(true));
            var plain = database.getCollection("plain");
            for (var collection : List.of(indexed, plain)) {
                for (int i = 0; i < 50; i++) {
                    var document = document(i).append("words", List.of("b" + i * 37 % 50, "a" + i * 11 % 50));
                    collection.insertOne(i % 5 == 0 ? document : document.append("at", new Date(i * 37 % 50 * 1_000L)));
                }
                collection.updateMany(lte("_id", 10), unset("at"));
                collection.updateOne(eq(11), set("at", new Date(500)));
            }
            var byWords = List.of(ascending("words"), descending("words"), ascending("_id"));
            var byTime = List.of(ascending("at"), descending("at"), ascending("words"));
            Map.of(
                            lte("at", new Date(20_000)), byTime,
                            gt("at", new Date(20_000)), byTime,
                            and(gt("at", new Date(3_000)), lte("at", new Date(30_000))), byTime,
                            and(lte("at", new Date(30_000)), gt("_id", 20)), byTime,
                            lte("words", "a40"), byWords,
                            gt("words", "b2"), byWords,
                            and(gt("words", "a48"), lte("words", "a5")), byWords)
                    .forEach((filter, orders) -> orders.forEach(order -> assertThat(
                                    indexed.find(filter).sort(order).skip(1).limit(7))
                            .as("%s by %s", filter, order)
                            .containsExactlyElementsOf(
                                    plain.find(filter).sort(order).skip(1).limit(7))));
        });
    }

    @Test
    default void what_a_range_of_an_index_finds_comes_in_its_order() {
        on(documents -> {
            documents.createIndex(ascending("due"), new IndexOptions().sparse(true));
            documents.createIndex(
                    ascending("turn"), new IndexOptions().unique(true).sparse(true));
            for (int i = 0; i < 50; i++) {
                var document = document(i).append("turn", "t" + (10 + i * 13 % 50));
                documents.insertOne(i % 5 == 0 ? document : document.append("due", new Date(i * 37 % 50 * 1_000L)));
            }
            assertThat(documents.find(lte("due", new Date(20_000))).limit(4))
                    .extracting(document -> document.getDate("due").getTime())
                    .containsExactly(1_000L, 2_000L, 3_000L, 4_000L);
            assertThat(documents.find(lte("turn", "t50")).limit(3))
                    .extracting("turn")
                    .containsExactly("t10", "t11", "t12");
        });
    }

    @Test
    default void values_come_back_as_they_were() {
        on(documents -> {
            var everything = document(new ObjectId())
                    .append("date", EARLY)
                    .append("binary", new Binary(new byte[] {1, 2, 3}))
                    .append("decimal", new Decimal128(new BigDecimal("19.90")))
                    .append("int", 1)
                    .append("long", 1L << 40)
                    .append("double", 0.5)
                    .append("boolean", true)
                    .append("null", null)
                    .append("text", "Åre – 東京 🏙")
                    .append("list", Arrays.asList(1, "two", null, List.of(new Document("three", 3))))
                    .append("nested", new Document("a", new Document("b", List.of())));
            documents.insertOne(everything);
            assertThat(documents.find().first()).isEqualTo(everything);
            documents.updateOne(eq("decimal", new Decimal128(new BigDecimal("19.90"))), set("int", 2));
            assertThat(documents.find().first()).isEqualTo(everything.append("int", 2));
        });
    }

    @Test
    default void a_cursor_goes_through_40_000_documents() {
        on(documents -> {
            for (int i = 0; i < 40; i++) {
                int start = i * 1_000;
                documents.insertMany(IntStream.range(start, start + 1_000)
                        .mapToObj(id -> document(id).append("even", id % 2 == 0).append("text", "x".repeat(100)))
                        .toList());
            }
            assertThat(ids(documents.find())).hasSize(40_000).doesNotHaveDuplicates();
            assertThat(ids(documents.find(eq("even", true)).batchSize(700).projection(include("_id"))))
                    .hasSize(20_000);
            assertThat(ids(documents.find(eq("even", true)).skip(5).limit(2_500).batchSize(999)))
                    .hasSize(2_500)
                    .doesNotHaveDuplicates();
            assertThat(ids(documents.find().sort(ascending("text", "_id")).batchSize(5_000)))
                    .hasSize(40_000)
                    .isSorted();
            assertThat(documents.find().limit(3)).hasSize(3);
            assertThat(documents.countDocuments(eq("even", false))).isEqualTo(20_000);
        });
    }

    private static List<Integer> ids(Iterable<Document> documents) {
        var ids = new ArrayList<Integer>();
        documents.forEach(document -> ids.add(document.getInteger("_id")));
        return ids;
    }

    @Test
    default void a_cursor_stands_changes_behind_and_before_it() {
        on(documents -> {
            documents.insertMany(
                    IntStream.range(0, 500).mapToObj(MongoContract::document).toList());
            var seen = new ArrayList<Integer>();
            for (var document : documents.find().batchSize(50)) {
                int id = document.getInteger("_id");
                seen.add(id);
                documents.updateOne(eq(id), set("seen", true));
                documents.deleteOne(eq(id - 10));
            }
            assertThat(seen).hasSize(500).doesNotHaveDuplicates();
        });
    }

    @Test
    default void an_aggregation_changes_nothing_stored() {
        on(documents -> {
            var document = document(1).append("nested", new Document("a", 1));
            documents.insertOne(document);
            assertThat(documents.aggregate(List.of(Aggregates.addFields(new Field<>("nested", new Document("b", 2))))))
                    .hasSize(1);
            assertThat(documents.find().first()).isEqualTo(document);
        });
    }

    @Test
    default void an_upsert_inserts_once() {
        on(documents -> {
            for (int i = 0; i < 2; i++) {
                documents.updateOne(eq("a"), combine(inc("n", 1), set("x", i)), new UpdateOptions().upsert(true));
            }
            assertThat(documents.find())
                    .containsExactly(document("a").append("n", 2).append("x", 1));
        });
    }

    @Test
    default void dropping_a_database_leaves_the_one_with_the_longer_name() {
        String name = "drop-" + UUID.randomUUID();
        try (var client = MongoClients.create(services().mongoUri(name))) {
            client.getDatabase(name).getCollection("a").insertOne(document(1));
            client.getDatabase(name + "2").getCollection("a").insertOne(document(2));
            client.getDatabase(name).drop();
            assertThat(client.getDatabase(name).getCollection("a").countDocuments())
                    .isZero();
            assertThat(client.getDatabase(name + "2").getCollection("a").find()).hasSize(1);
            client.getDatabase(name).getCollection("a").insertOne(document(3));
            client.getDatabase(name).drop();
            client.getDatabase(name + "2").drop();
        }
    }

    @Test
    default void a_dropped_collection_takes_its_indexes_along() {
        on(documents -> {
            documents.createIndex(ascending("key"), new IndexOptions().unique(true));
            documents.insertOne(document(1).append("key", "a"));
            documents.drop();
            documents.insertMany(
                    List.of(document(1).append("key", "a"), document(2).append("key", "a")));
            assertThat(documents.countDocuments()).isEqualTo(2);
        });
    }

    @Test
    default void it_greets() {
        inDatabase(database -> {
            assertThat(database.runCommand(new Document("hello", 1)))
                    .containsEntry("ok", 1.0)
                    .containsEntry("isWritablePrimary", true)
                    .containsKey("maxWireVersion");
            assertThat(database.runCommand(new Document("ping", 1))).containsEntry("ok", 1.0);
            assertThat(database.runCommand(BsonDocument.parse("{buildInfo: 1}")))
                    .containsKey("version");
        });
    }
}
