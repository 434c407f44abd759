package org.sistercities.city.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.CityVisitor;
import org.sistercities.city.registry.Countries;
import org.sistercities.city.search.Candidates.Part;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The catalogs of all cities in this replica's memory: one of those that were there at start, and a small one of those that have
 * come or changed since. When the small one is no longer small, or nothing has come for a while, both are made one, so that
 * replicas that know the same cities answer the same. All is made anew at every start.
 */
@Component
class CityIndex implements CityVisitor {
    private static final long REFRESH_MILLIS = 100;
    private static final int STILL_SMALL = 2_000;
    private static final long QUIET_NANOS = 30_000_000_000L;
    /** How many times as long as a refresh took the next one waits: while many cities come at once, most time is theirs. */
    private static final int REST = 4;

    private final Qualifiers qualifiers;
    private final Map<String, Entry> changed = new HashMap<>();
    private final AtomicBoolean merging = new AtomicBoolean();
    private volatile long notBefore = System.nanoTime();
    private long lastVisit;
    private boolean stale;
    private volatile @Nullable State state;

    /** What is searched: {@code recent} stands in for the cities of {@code base} it has, too. */
    record State(Catalog base, Catalog recent, Set<String> recentIds) {

        static State of(Catalog base, Map<String, Entry> changed) {
            return new State(base, new Catalog(changed.values()), Set.copyOf(changed.keySet()));
        }

        /** The catalogs, each with those of its cities that count. */
        List<Part> parts() {
            if (recentIds.isEmpty()) return List.of(new Part(base, Catalog.ALL));
            IntPredicate upToDate =
                    city -> !recentIds.contains(base.entry(city).city().id());
            return List.of(new Part(base, upToDate), new Part(recent, Catalog.ALL));
        }

        List<Entry> all() {
            return parts().stream().flatMap(Part::entries).toList();
        }
    }

    CityIndex(Countries countries) {
        this.qualifiers = new Qualifiers(countries);
    }

    /**
     * What to search now.
     *
     * @throws StillLoading while the cities are being read
     */
    State state() {
        var ready = state;
        if (ready == null) throw new StillLoading();
        return ready;
    }

    @Override
    public synchronized void begin() {
        changed.clear();
        state = null;
    }

    /** Found after the next refresh at the latest. */
    @Override
    public synchronized void visit(CitySummary summary, City city) {
        changed.put(summary.id(), Entry.of(summary, city, qualifiers));
        lastVisit = System.nanoTime();
        stale = true;
    }

    @Override
    public synchronized void end() {
        state = State.of(new Catalog(changed.values()), Map.of());
        changed.clear();
        stale = false;
    }

    /** Makes what has come or changed searchable, and now and then sees to it that all is in one catalog. */
    @Scheduled(fixedRate = REFRESH_MILLIS)
    void refresh() {
        if (System.nanoTime() - notBefore < 0) return;
        long start = System.nanoTime();
        synchronized (this) {
            if (state == null) return;
            if (stale) state = State.of(state.base(), changed);
            stale = false;
            boolean isTime = !changed.isEmpty() && (isQuiet() || changed.size() > stillSmall());
            if (isTime && merging.compareAndSet(false, true))
                Thread.ofPlatform().daemon().name("city-catalog").start(this::merge); // seconds of work
        }
        long end = System.nanoTime();
        notBefore = end + REST * (end - start);
    }

    private boolean isQuiet() {
        return System.nanoTime() - lastVisit > QUIET_NANOS;
    }

    private int stillSmall() {
        return STILL_SMALL + state().base().size() / 10;
    }

    /** All that is searchable goes into one catalog, beside the searches; what comes meanwhile stays in the small one. */
    void merge() {
        try {
            var before = state();
            var merged = new Catalog(before.all());
            synchronized (this) {
                for (var taken : before.recent().entries())
                    changed.remove(taken.city().id(), taken);
                state = State.of(merged, changed);
            }
        } finally {
            merging.set(false);
        }
    }
}
