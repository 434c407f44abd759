package org.sistercities.content.mirror;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All aggregates of one collection in the memory of this replica, which looks now and then for what other replicas have stored
 * since, by a unique key that sorts by time. Clocks may differ by a minute; what is seen twice is seen once.
 *
 * @param <S> whose property {@code changed} is unique in the store
 */
public final class Mirror<S extends Dated> {
    private static final Logger log = LoggerFactory.getLogger(Mirror.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final String CHANGED = "state.changed";
    private static final int AT_ONCE = 1_000;

    private final AggregateStore<S> store;
    private final Map<String, Stored<S>> seen = new ConcurrentHashMap<>();
    private Instant newest = Instant.EPOCH.plus(CLOCKS_DIFFER);

    public Mirror(AggregateStore<S> store) {
        this.store = store;
    }

    /** What this replica has seen of it. */
    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(seen.get(id));
    }

    /** All of them, in no particular order. */
    public Stream<Stored<S>> all() {
        return seen.values().stream();
    }

    /** One that this replica has stored or read; of two states the later one stays. */
    public Stored<S> saw(Stored<S> stored) {
        return seen.merge(stored.id(), stored, (one, other) -> one.revision() >= other.revision() ? one : other);
    }

    /** Sees what was stored since the last look; to be called every few seconds. */
    public synchronized void look() {
        try {
            for (var after = Dated.key(newest.minus(CLOCKS_DIFFER), ""); after != null; ) after = lookBehind(after);
        } catch (RuntimeException e) {
            log.warn("What other replicas have stored is looked for again: {}", e.toString());
        }
    }

    private @Nullable String lookBehind(String key) {
        var found = store.list(gt(CHANGED, key), ascending(CHANGED), AT_ONCE);
        found.forEach(this::saw);
        if (found.isEmpty()) return null;
        var last = found.getLast().state().changed();
        newest = Dated.time(last);
        return found.size() == AT_ONCE ? last : null;
    }
}
