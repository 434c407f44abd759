package org.sistercities.city.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts the cities that ship with this service into the database, once for each version of the file. A mark is set when all are
 * in: killed half-way, or started by two replicas at once, the load simply runs again and leaves alone what exists.
 */
@Component
class Gazetteer {
    private static final Logger log = LoggerFactory.getLogger(Gazetteer.class);
    private static final int BATCH = 1_000;
    private static final int PROGRESS_EVERY = 5_000;

    private final AggregateStore<City> cities;
    private final AggregateStore<Loaded> loads;
    private final Clock clock;

    /** The mark of a finished load; its id is the version of the file. */
    record Loaded(int cities, Instant at) {}

    Gazetteer(AggregateStore<City> cities, AggregateStores stores, Clock clock) {
        this.cities = cities;
        this.loads = stores.open("gazetteer-loads", Loaded.class);
        this.clock = clock;
    }

    /** Loads the file unless that was done before. */
    void loadOnce() {
        var version = GazetteerFile.version();
        var before = loads.find(version);
        if (before.isPresent()) {
            log.info(
                    "Gazetteer: {} cities were loaded before",
                    before.get().state().cities());
            return;
        }
        var start = clock.instant();
        log.info("Gazetteer: loading cities (data from GeoNames, geonames.org, CC BY 4.0)");
        int loaded = load();
        loads.createOnce(version, () -> Change.of(new Loaded(loaded, clock.instant())));
        log.info("Gazetteer: {} cities loaded in {}", loaded, Duration.between(start, clock.instant()));
    }

    private int load() {
        var batch = new HashMap<String, Change<City>>();
        int read = 0;
        try (var file = GazetteerFile.cities()) {
            for (var city : (Iterable<City>) file::iterator) {
                batch.put(City.idOf(city), Change.of(city));
                if (batch.size() == BATCH) store(batch);
                if (++read % PROGRESS_EVERY == 0) log.info("Gazetteer: {} cities", read);
            }
        }
        store(batch);
        return read;
    }

    private void store(Map<String, Change<City>> batch) {
        cities.createAll(batch);
        batch.clear();
    }
}
