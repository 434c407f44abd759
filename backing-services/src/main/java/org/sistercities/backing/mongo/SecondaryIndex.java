package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A non-unique index, which the library accepts and ignores. It finds candidates by the first field of the index (equal to
 * one value or one of several; before or after an instant or a string); the library still checks the whole query on each.
 *
 * <p>Entries are sorted by (value, position). Documents without the field have none, as nothing here looks for an absent field.
 */
final class SecondaryIndex extends Index<Object> {
    private final String field;
    private final MVMap<Object, Object> entries;
    private final boolean fresh;

    SecondaryIndex(String name, List<IndexKey> keys, MVMap<Object, Object> entries, boolean fresh) {
        super(name, List.of(keys.getFirst()), true);
        this.field = keys.getFirst().getKey();
        this.entries = entries;
        this.fresh = fresh;
    }

    @Override
    public boolean canHandle(Document query) {
        return switch (query.get(field)) {
            case Document condition -> Range.of(condition) != null || isInScalars(condition);
            case null -> false;
            case Object value -> isScalar(value);
        };
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        Object value = query.get(field);
        var found = new LinkedHashSet<Object>();
        if (!(value instanceof Document condition)) {
            addEqual(value, found);
            return found;
        }
        var range = Range.of(condition);
        if (range != null) {
            return range.iterate(field, entries, (entry, _) -> positionIn(entry));
        }
        if (condition.get("$in") instanceof Collection<?> values) {
            values.forEach(each -> addEqual(each, found));
        }
        return found;
    }

    private void addEqual(@Nullable Object value, Set<Object> found) {
        Object wanted =
                new KeyValue(Collections.singletonList(value)).normalized().get(0);
        var cursor = entries.cursor(new KeyValue(Collections.singletonList(wanted)));
        while (cursor.hasNext() && cursor.next() instanceof KeyValue entry && sameValue(entry.get(0), wanted)) {
            found.add(positionIn(entry));
        }
    }

    private static boolean sameValue(@Nullable Object a, @Nullable Object b) {
        return KeyType.INSTANCE.compare(Missing.ofNullable(a), Missing.ofNullable(b)) == 0;
    }

    private static Object positionIn(KeyValue entry) {
        return Missing.ofNullable(entry.get(1));
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        entriesOf(document, position).forEach(entry -> entries.put(entry, true));
    }

    @Override
    public @Nullable Object remove(Document document) {
        Object position = Missing.ofNullable(document.get("_id"));
        entriesOf(document, position).forEach(entries::remove);
        return null; // the unique index on _id tells the position
    }

    @Override
    public void updateInPlace(Document old, Document updated, Object position, MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(old, updated)) {
            entriesOf(old, position).forEach(entries::remove);
            add(updated, position, collection);
        }
    }

    private List<KeyValue> entriesOf(Document document, Object position) {
        var found = new ArrayList<KeyValue>();
        for (KeyValue key : getKeyValues(document)) {
            if (key.get(0) != null) {
                found.add(new KeyValue(key.get(0), position));
            }
        }
        return found;
    }

    private static boolean isScalar(@Nullable Object value) {
        return value != null
                && !(value instanceof Map<?, ?>)
                && !(value instanceof Collection<?>)
                && !(value instanceof BsonRegularExpression);
    }

    private static boolean isInScalars(Document condition) {
        return condition.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(SecondaryIndex::isScalar);
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document old, Document updated, MongoCollection<Object> collection) {}

    @Override
    public boolean isEmpty() {
        return fresh;
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}
