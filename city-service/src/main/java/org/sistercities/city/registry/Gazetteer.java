package org.sistercities.city.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.registry.City.Names;
import org.sistercities.city.registry.City.Region;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Puts the cities of GeoNames (geonames.org, CC BY 4.0) that ship with this service into the database, once for each version
 * of the file. A mark is set when all are in: killed half-way, or started by two replicas at once, the load simply runs again
 * and leaves alone what exists.
 */
@Component
class Gazetteer {
    private static final Logger log = LoggerFactory.getLogger(Gazetteer.class);
    private static final String FILE = "gazetteer/cities.tsv.gz";
    private static final int BATCH = 1_000;
    private static final int PROGRESS_EVERY = 5_000;

    private final AggregateStore<City> cities;
    private final AggregateStore<Loaded> loads;
    private final Clock clock;

    /** The mark of a finished load; its id is the MD5 of the file. */
    record Loaded(int cities, Instant at) {}

    Gazetteer(AggregateStore<City> cities, AggregateStores stores, Clock clock) {
        this.cities = cities;
        this.loads = stores.open("gazetteer-loads", Loaded.class);
        this.clock = clock;
    }

    /** Loads the file unless that was done before. */
    void loadOnce() {
        var version = version();
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
        try (var lines = GazetteerFile.lines(FILE)) {
            for (var line : (Iterable<GazetteerFile.Line>) lines::iterator) {
                batch.put(City.idOf(Long.parseLong(line.get("geonameId"))), Change.of(city(line)));
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

    private static City city(GazetteerFile.Line line) {
        return new City(
                Long.valueOf(line.get("geonameId")),
                new Names(line.get("name"), line.orNull("englishName"), otherNames(line)),
                line.get("countryCode"),
                region(line),
                new Coordinates(Double.parseDouble(line.get("latitude")), Double.parseDouble(line.get("longitude"))),
                line.numberOrNull("population"),
                line.get("timezone"),
                line.get("featureCode"));
    }

    private static List<String> otherNames(GazetteerFile.Line line) {
        var names = line.get("alternateNames");
        return names.isEmpty() ? List.of() : List.of(names.split("\\|"));
    }

    private static @Nullable Region region(GazetteerFile.Line line) {
        var name = line.orNull("region");
        return name == null ? null : new Region(line.get("admin1Code"), name);
    }

    private static String version() {
        try (var in = new ClassPathResource(FILE).getInputStream()) {
            return HexFormat.of().formatHex(DigestUtils.md5Digest(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
