package org.sistercities.city.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Countries countries;
    private final Qualifiers qualifiers;
    private final Map<String, Entry> changed = new HashMap<>();
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

    @Scheduled(fixedDelay = REFRESH_MILLIS)
    synchronized void refresh() {
        var before = state;
        if (before == null || !stale) return;
        stale = false;
        if (changed.size() > STILL_SMALL + before.base().size() / 10) {
            state = new State(new Catalog(together(before.base())), new Catalog(List.of()), Set.of());
            changed.clear();
        } else {
            state = new State(before.base(), new Catalog(changed.values()), Set.copyOf(changed.keySet()));
        }
    }

    private List<Entry> together(Catalog base) {
        var all = new ArrayList<>(changed.values());
        for (var entry : base.entries()) if (!changed.containsKey(entry.city().id())) all.add(entry);
        return all;
    }
}
