package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A unique index, the one on _id included. Beyond the library's, it also serves queries that name more fields than it has:
 * {@code {_id, revision}}, the filter of every compare-and-set, was a scan of the whole collection. And it serves ranges, by which
 * work that is due is found.
 */
final class UniqueIndex extends AbstractUniqueIndex<Object> {
    private final MVMap<Object, Object> positions;
    private final boolean fresh;

    /** Fresh means that the map was made just now, so the documents already there have to be added to it. */
    UniqueIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<Object, Object> positions, boolean fresh) {
        super(name, keys, sparse);
        this.positions = positions;
        this.fresh = fresh;
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        if (range(query) != null) {
            return true;
        }
        var ownPart = new Document();
        for (String key : keys()) {
            Object value = query.get(key);
            if (value == null) {
                return query.keySet().equals(keySet()) && super.canHandle(query);
            }
            ownPart.put(key, value);
        }
        return super.canHandle(ownPart);
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        var range = range(query);
        return range == null
                ? super.getPositions(query)
                : range.iterate(keys().getFirst(), positions, (_, position) -> position);
    }

    private @Nullable Range range(Document query) {
        return !isCompoundIndex() && query.get(keys().getFirst()) instanceof Document condition
                ? Range.of(condition)
                : null;
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // all keys of this map are KeyValues
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return (Iterable) positions.entrySet();
    }

    @Override
    public boolean isEmpty() {
        return fresh;
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
