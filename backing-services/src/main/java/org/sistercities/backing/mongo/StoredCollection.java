package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.EmptyCursor;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that keeps its documents as bytes: whoever queries it, an update included, gets documents of its own.
 *
 * <p>So what is stored never changes in place, and neither a reply being encoded nor a checkpoint being written can see half
 * an update. (The library's own collection hands out the stored documents themselves: replies were torn, and {@code
 * $addFields} of a nested field even wrote to the store.) It is also a quarter of the memory.
 */
final class StoredCollection extends AbstractSynchronizedMongoCollection<Object> {
    private final MVMap<Object, byte[]> documents;
    private final Journal journal;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors,
            Journal journal) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.journal = journal;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object position =
                idField == null ? UUID.randomUUID() : Missing.ofNullable(Utils.getSubdocumentValue(document, idField));
        put(position, document);
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document old, Document updated) {
        put(position, updated);
    }

    private void put(Object position, Document document) {
        byte[] bson = Bson.encode(document);
        documents.put(position, bson);
        if (isSystem()) {
            journal.schemaChanged();
        } else {
            journal.put(getFullName(), bson);
        }
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
        if (isSystem()) {
            journal.schemaChanged();
        } else {
            journal.remove(getFullName(), position instanceof Missing ? null : position);
        }
    }

    /** The library keeps the lists of collections and indexes in collections too. */
    private boolean isSystem() {
        return getCollectionName().startsWith("system.");
    }

    /** Puts a document back as the journal has it, in the indexes too; null takes it away. */
    void restore(Object position, @Nullable Document document) {
        Document present = getDocument(position);
        if (present != null) {
            removeDocument(present);
        }
        if (document != null) {
            addDocument(document);
        }
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        byte[] bson = documents.get(position);
        return bson == null ? null : Bson.decode(bson);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(Bson.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        boolean sorted = orderBy != null && !orderBy.isEmpty();
        return batchSize <= 0 || sorted
                ? matchDocumentsFromStream(all(orderBy), query, orderBy, skip, limit, batchSize, projection)
                : scan(
                        new Scan(cursorRegistry.generateCursorId(), documents, skip, limit) {
                            @Override
                            protected boolean matches(Document document) {
                                return documentMatchesQuery(document, query);
                            }

                            @Override
                            protected List<Document> results(List<Document> matched) {
                                return matchDocumentsFromStream(
                                                new Document(), matched.stream(), 0, 0, 0, null, projection)
                                        .collectDocuments();
                            }
                        },
                        batchSize);
    }

    /** What an index finds in the wanted order need not be sorted. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<Object> positions,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var unsorted = positions instanceof Ascending ascending && ascending.is(orderBy) ? null : orderBy;
        return super.matchDocuments(query, positions, unsorted, skip, limit, batchSize, projection);
    }

    private Stream<Document> all(@Nullable Document orderBy) {
        if (isNaturalDescending(orderBy)) {
            return documents.entrySet().stream()
                    .sorted(Entry.comparingByKey(ValueComparator.desc()))
                    .map(entry -> Bson.decode(entry.getValue()));
        }
        return documents.values().stream().map(Bson::decode);
    }

    private QueryResult scan(Scan scan, int batchSize) {
        var firstBatch = scan.takeDocuments(batchSize);
        if (scan.isEmpty()) {
            return new QueryResult(firstBatch, EmptyCursor.get());
        }
        cursorRegistry.add(scan);
        return new QueryResult(firstBatch, scan);
    }

    @Override
    public int count() {
        return documents.size();
    }

    /** Sizes would cost an encoding at every write, and nothing here asks for them. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
