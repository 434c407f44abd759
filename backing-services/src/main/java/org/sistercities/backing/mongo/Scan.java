package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over a collection in the order of its keys, which remembers only where to go on. (The library's holds every
 * document still to come, which for a whole collection is the whole collection.)
 */
abstract class Scan extends AbstractCursor {
    /** As in MongoDB; a driver accepts up to 48 MB in one message. */
    private static final int BATCH_BYTES = 16 << 20;

    private final MVMap<Object, byte[]> documents;
    private int toSkip;
    private int toReturn;
    private @Nullable Object next;

    /** A limit of 0 means all. */
    protected Scan(long id, MVMap<Object, byte[]> documents, int skip, int limit) {
        super(id);
        this.documents = documents;
        this.toSkip = skip;
        this.toReturn = limit > 0 ? limit : Integer.MAX_VALUE;
        this.next = documents.firstKey();
    }

    protected abstract boolean matches(Document document);

    protected abstract List<Document> results(List<Document> matched);

    @Override
    public boolean isEmpty() {
        return next == null;
    }

    @Override
    public List<Document> takeDocuments(int batchSize) {
        var batch = new ArrayList<Document>();
        int bytes = 0;
        var cursor = documents.cursor(next);
        next = null;
        while (toReturn > 0 && cursor.hasNext()) {
            Object key = cursor.next();
            Document document = Bson.decode(cursor.getValue());
            if (!matches(document) || toSkip-- > 0) {
                continue;
            }
            if (batch.size() == batchSize || bytes > BATCH_BYTES) {
                next = key;
                break;
            }
            batch.add(document);
            bytes += cursor.getValue().length;
            toReturn--;
        }
        return results(batch);
    }
}
