package org.sistercities.platform.database;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * A collection whose indexes exist before anybody reads or writes it. They are created at the first use, not at start-up: a
 * service starts, and says that it is alive, while its database is away.
 */
public final class IndexedCollection {
    private final MongoCollection<Document> documents;
    private final List<IndexModel> missing = new ArrayList<>();
    private volatile boolean complete;

    public IndexedCollection(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    /** Asks for an index; to be called before the first use. */
    public void require(IndexModel index) {
        missing.add(index);
    }

    /** The collection, with its indexes. */
    public MongoCollection<Document> get() {
        if (!complete) createIndexes();
        return documents;
    }

    private synchronized void createIndexes() {
        if (complete) return;
        if (!missing.isEmpty()) documents.createIndexes(missing);
        complete = true;
    }
}
