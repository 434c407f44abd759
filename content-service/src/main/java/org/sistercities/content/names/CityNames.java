package org.sistercities.content.names;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The names of all cities that were ever named to this service: in the database, and in the memory of every replica, which looks
 * every two seconds for what another replica has stored.
 */
@Component
public class CityNames {
    private static final Logger log = LoggerFactory.getLogger(CityNames.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int AT_ONCE = 1_000;

    private final AggregateStore<CityName> store;
    private final Clock clock;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private Instant seen = Instant.EPOCH;

    CityNames(AggregateStores stores, Clock clock) {
        this.store = stores.open("city-names", CityName.class, "changed");
        this.clock = clock;
    }

    /** The name; null when nobody has told one. */
    public @Nullable String of(String cityId) {
        return names.get(cityId);
    }

    void told(String cityId, String name, Instant at) {
        if (name.equals(names.get(cityId))) return; // as nearly always
        var told = CityName.of(cityId, name, at, clock.instant());
        store.createOnce(cityId, () -> Change.of(told));
        names.put(
                cityId, store.change(cityId, known -> known.told(told)).state().name());
    }

    @Scheduled(fixedDelay = 2_000)
    synchronized void look() {
        try {
            var after =
                    CityName.key(latest(Instant.EPOCH.plus(CLOCKS_DIFFER), seen).minus(CLOCKS_DIFFER), "");
            for (var found = after; found != null; ) found = lookBehind(found);
        } catch (RuntimeException e) {
            log.warn("New names of cities are looked for again: {}", e.toString());
        }
    }

    private @Nullable String lookBehind(String key) {
        var found = store.list(gt("state.changed", key), ascending("state.changed"), AT_ONCE);
        for (var city : found) names.put(city.id(), city.state().name());
        if (found.isEmpty()) return null;
        var last = found.getLast().state().changed();
        seen = Instant.ofEpochMilli(Long.parseLong(last.substring(0, last.indexOf('-'))));
        return found.size() == AT_ONCE ? last : null;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
