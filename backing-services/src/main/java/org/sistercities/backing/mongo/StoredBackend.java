package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;
import org.sistercities.backing.mongo.Journal.Change;

/** The library's backend, with {@link StoredDatabase}s in it. */
final class StoredBackend extends H2Backend {
    private final Journal journal;

    StoredBackend(MVStore store, Journal journal) {
        this.journal = journal; // before super(…), which already opens the databases
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoredDatabase(databaseName, getMvStore(), getCursorRegistry(), journal);
    }

    /** Does again what a journal record tells of. */
    void redo(Change change) {
        var collection = resolveDatabase(Utils.getDatabaseNameFromFullName(change.collection()))
                .resolveCollection(Utils.getCollectionNameFromFullName(change.collection()), false);
        // One that is not there was made by a command whose checkpoint never came, and nobody was told of it.
        if (collection instanceof StoredCollection stored) {
            Object position = Missing.ofNullable(change.document().get("_id"));
            stored.restore(position, change.removed() ? null : change.document());
        }
    }
}
