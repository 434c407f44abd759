package org.sistercities.city.imports;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.GeoNamesDump;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;

/** Registers the cities of a GeoNames dump and revises those that are known; a dry run tells what would become of each. */
final class CityImport implements ListImport {
    private static final int BATCH = 500;

    private final AggregateStore<City> cities;
    private final GeoNamesDump dump;
    private final Clock clock;
    private final boolean dryRun;
    private final Map<String, City> batch = new LinkedHashMap<>();

    CityImport(AggregateStore<City> cities, GeoNamesDump dump, Clock clock, boolean dryRun) {
        this.cities = cities;
        this.dump = dump;
        this.clock = clock;
        this.dryRun = dryRun;
    }

    @Override
    public void run(BufferedReader list, Progress progress) throws IOException {
        long number = 0;
        for (var line = list.readLine(); line != null; line = list.readLine()) {
            number++;
            if (line.isBlank()) continue;
            take(number, line, progress);
            if (batch.size() + progress.waiting() >= BATCH) store(progress);
        }
        store(progress);
    }

    private void take(long number, String line, Progress progress) {
        progress.read();
        try {
            var city = dump.city(line);
            if (batch.put(City.idOf(city), city) != null) progress.unchanged(); // the later line counts
        } catch (GeoNamesDump.BadLine e) {
            progress.rejected(number, e.why(), line);
        }
    }

    private void store(Progress progress) {
        var known = new HashSet<String>();
        var revised = new ArrayList<String>();
        for (var stored : cities.findAll(batch.keySet())) {
            known.add(stored.id());
            if (isNews(stored.state(), requireNonNull(batch.get(stored.id())))) revised.add(stored.id());
            else progress.unchanged();
        }
        if (!dryRun) write(known, revised);
        revised.forEach(_ -> progress.changed());
        for (int i = known.size(); i < batch.size(); i++) progress.recorded();
        progress.store();
        batch.clear();
    }

    private boolean isNews(City known, City listed) {
        return !known.revised(listed, clock.instant()).events().isEmpty();
    }

    private void write(Set<String> known, List<String> revised) {
        var fresh = new LinkedHashMap<String, Change<City>>();
        batch.forEach((id, city) -> {
            if (!known.contains(id)) fresh.put(id, city.registered(clock.instant()));
        });
        cities.createAll(fresh);
        for (var id : revised) cities.change(id, city -> city.revised(requireNonNull(batch.get(id)), clock.instant()));
    }
}
