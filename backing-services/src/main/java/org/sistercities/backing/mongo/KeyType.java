package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/**
 * Orders and stores ids and index keys by their value. Left alone, H2 compares keys it does not know by the bytes of their
 * Java serialization, made anew for each comparison: slow, and equal values need not have equal bytes.
 */
final class KeyType extends BasicDataType<Object> {
    static final KeyType INSTANCE = new KeyType();

    private static final byte SINGLE = 0;
    private static final byte COMPOUND = 1;
    private static final String VALUES = "v";

    private KeyType() {}

    @Override
    public int compare(Object a, Object b) {
        if (a instanceof KeyValue left && b instanceof KeyValue right) {
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                int order = compareValues(left.get(i), right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(left.size(), right.size());
        }
        return compareValues(a, b);
    }

    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        int byRank = Integer.compare(rank(a), rank(b));
        if (byRank != 0 || a == null || b == null || a instanceof Missing) {
            return byRank;
        }
        boolean sameClass = a.getClass().equals(b.getClass());
        if (a instanceof Number left && b instanceof Number right && !sameClass) {
            int byValue = Double.compare(left.doubleValue(), right.doubleValue());
            return byValue != 0 ? byValue : byClass(a, b);
        }
        if (a instanceof Comparable<?> && sameClass) {
            return comparable(a).compareTo(b);
        }
        return sameClass || a instanceof Collection<?> ? byBytes(a, b) : byClass(a, b);
    }

    private static int byBytes(Object a, Object b) {
        return Arrays.compareUnsigned(Bson.encode(new Document("", a)), Bson.encode(new Document("", b)));
    }

    private static int byClass(Object a, Object b) {
        return a.getClass().getName().compareTo(b.getClass().getName());
    }

    @SuppressWarnings("unchecked") // compared only with its own class
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }

    private static int rank(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Missing _ -> 0;
            case Number _ -> 1;
            case String _ -> 2;
            case Map<?, ?> _ -> 3;
            case Collection<?> _ -> 4;
            case ObjectId _ -> 5;
            case Boolean _ -> 6;
            case Instant _ -> 7;
            default -> 8;
        };
    }

    @Override
    public int getMemory(Object key) {
        if (key instanceof KeyValue compound) {
            return 64 + (int) compound.stream().mapToLong(KeyType::memory).sum();
        }
        return memory(key);
    }

    private static int memory(@Nullable Object value) {
        return switch (value) {
            case String text -> 56 + text.length();
            case Map<?, ?> _ -> 512;
            case null, default -> 24;
        };
    }

    @Override
    public void write(WriteBuffer target, Object key) {
        var values = new ArrayList<@Nullable Object>();
        if (key instanceof KeyValue compound) {
            compound.forEach(value -> values.add(storable(value)));
        } else {
            values.add(storable(key));
        }
        target.put(key instanceof KeyValue ? COMPOUND : SINGLE);
        ByteArrayDataType.INSTANCE.write(target, Bson.encode(new Document(VALUES, values)));
    }

    private static @Nullable Object storable(@Nullable Object value) {
        return value instanceof Missing ? null : value;
    }

    @Override
    public Object read(ByteBuffer source) {
        boolean compound = source.get() == COMPOUND;
        var values = (List<?>) Objects.requireNonNull(
                Bson.decode(ByteArrayDataType.INSTANCE.read(source)).get(VALUES));
        return compound ? new KeyValue(values) : Missing.ofNullable(values.getFirst());
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
