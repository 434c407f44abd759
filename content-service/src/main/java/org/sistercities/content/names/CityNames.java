package org.sistercities.content.names;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.mirror.Mirror;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The names of all cities that were ever named to this service: in the database, and in the memory of every replica. */
@Component
public class CityNames {
    private final AggregateStore<CityName> store;
    private final Mirror<CityName> names;
    private final Clock clock;

    CityNames(AggregateStores stores, Clock clock) {
        this.store = stores.open("city-names", CityName.class, "changed");
        this.names = new Mirror<>(store);
        this.clock = clock;
    }

    /** The name; null when nobody has told one. */
    public @Nullable String of(String cityId) {
        return names.find(cityId).map(known -> known.state().name()).orElse(null);
    }

    void told(String cityId, String name, Instant at) {
        if (name.equals(of(cityId))) return; // as nearly always
        var told = CityName.of(cityId, name, at, clock.instant());
        store.createOnce(cityId, () -> Change.of(told));
        names.saw(store.change(cityId, known -> known.told(told)));
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        names.look();
    }
}
