package org.sistercities.city.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.CityVisitor;
import org.sistercities.city.registry.Countries;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The catalogs of all cities in this replica's memory: one of those that were there at start, and a small one of those that have
 * come or changed since. When the small one is no longer small, both are made one. All is made anew at every start.
 */
@Component
class CityIndex implements CityVisitor {
    private static final long REFRESH_MILLIS = 100;
    private static final int STILL_SMALL = 2_000;
    /** How many times as long as a refresh took the next one waits: while many cities come at once, most time is theirs. */
    private static final int REST = 4;

    private final Countries countries;
    private final Qualifiers qualifiers;
    private final Map<String, Entry> changed = new HashMap<>();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile long notBefore = System.nanoTime();
    private boolean stale;
    private volatile @Nullable State state;

    /** What is searched: {@code recent} stands in for the cities of {@code base} it has, too. */
    record State(Catalog base, Catalog recent, Set<String> recentIds) {

        /** The catalogs of which a city counts only when it is not in one behind. */
        List<Catalog> catalogs() {
            return List.of(base, recent);
        }

        boolean isOutdated(Catalog catalog, Entry entry) {
            return !recentIds.isEmpty()
                    && catalog == base
                    && recentIds.contains(entry.city().id());
        }
    }

    CityIndex(Countries countries) {
        this.countries = countries;
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
    public synchronized void visit(String id, City city) {
        changed.put(id, Entry.of(CitySummary.of(id, city, countries), city, qualifiers));
        stale = true;
    }

    @Override
    public synchronized void end() {
        state = new State(new Catalog(changed.values()), new Catalog(List.of()), Set.of());
        changed.clear();
        stale = false;
    }

    /** At a fixed rate, because then each runs in a thread of its own: it may take seconds, and others have their times, too. */
    @Scheduled(fixedRate = REFRESH_MILLIS)
    void refresh() {
        if (System.nanoTime() - notBefore < 0 || !refreshing.compareAndSet(false, true)) return;
        try {
            long start = System.nanoTime();
            takeOver();
            long end = System.nanoTime();
            notBefore = end + REST * (end - start);
        } finally {
            refreshing.set(false);
        }
    }

    private void takeOver() {
        Map<String, Entry> recent;
        synchronized (this) {
            if (state == null || !stale) return;
            stale = false;
            recent = Map.copyOf(changed);
        }
        var base = state().base();
        boolean isSmall = recent.size() <= STILL_SMALL + base.size() / 10;
        var next = isSmall
                ? new State(base, new Catalog(recent.values()), recent.keySet())
                : new State(new Catalog(together(base, recent)), new Catalog(List.of()), Set.of());
        synchronized (this) {
            state = next;
            if (!isSmall) changed.entrySet().removeIf(entry -> entry.getValue().equals(recent.get(entry.getKey())));
        }
    }

    private static List<Entry> together(Catalog base, Map<String, Entry> recent) {
        var all = new ArrayList<>(recent.values());
        for (var entry : base.entries()) if (!recent.containsKey(entry.city().id())) all.add(entry);
        return all;
    }
}
