package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** A database whose collections and indexes keep their content in typed maps of the store. */
final class StoredDatabase extends H2Database {
    private final MVStore store;
    private final Journal journal;

    StoredDatabase(String name, MVStore store, CursorRegistry cursors, Journal journal) {
        this.journal = journal;
        this.store = store; // before super(…), which already opens the collections
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collectionName, CollectionOptions options) {
        String name = getFullCollectionNamespace(collectionName);
        MVMap<Object, byte[]> documents = store.openMap(
                "databases." + name,
                new MVMap.Builder<Object, byte[]>().keyType(KeyType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
        return new StoredCollection(this, collectionName, options, documents, cursorRegistry, journal);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        boolean fresh = !store.hasMap(indexMap(collectionName, indexName));
        return new UniqueIndex(indexName, keys, sparse, openIndexMap(collectionName, indexName), fresh);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        boolean fresh = !store.hasMap(indexMap(collectionName, indexName));
        return new SecondaryIndex(indexName, keys, openIndexMap(collectionName, indexName), fresh);
    }

    private MVMap<Object, Object> openIndexMap(String collectionName, String indexName) {
        return store.openMap(
                indexMap(collectionName, indexName),
                new MVMap.Builder<Object, Object>().keyType(KeyType.INSTANCE).valueType(KeyType.INSTANCE));
    }

    private String indexMap(String collectionName, String indexName) {
        return getFullCollectionNamespace(collectionName) + "._index_" + indexName;
    }

    /** A unique index that met duplicates leaves nothing behind: the next attempt would take its half-filled map for a whole one. */
    @Override
    protected synchronized void addIndex(Document description) {
        String collectionName = String.valueOf(description.get("ns"))
                .substring(getDatabaseName().length() + 1);
        String map = indexMap(collectionName, String.valueOf(description.get("name")));
        boolean fresh = !store.hasMap(map);
        try {
            super.addIndex(description);
        } catch (RuntimeException e) {
            if (fresh && store.hasMap(map)) {
                store.removeMap(map);
            }
            throw e;
        }
    }

    /** Removes this database's maps. The library's own way takes those of "city2" along with those of "city". */
    @Override
    public void drop(Oplog oplog) {
        journal.schemaChanged();
        for (String map : store.getMapNames()) {
            if (List.of("", "databases.", "meta.").stream()
                    .anyMatch(prefix -> map.startsWith(prefix + getDatabaseName() + "."))) {
                store.removeMap(map);
            }
        }
    }
}
