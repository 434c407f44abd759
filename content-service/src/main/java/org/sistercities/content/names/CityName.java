package org.sistercities.content.names;

import java.time.Instant;
import org.sistercities.content.mirror.Dated;
import org.sistercities.platform.aggregate.Change;

/**
 * What a city is called.
 *
 * @param at since when city-service says so; of two names the newer one counts, in whatever order they arrive
 * @param changed when it was stored, as text that sorts by time and is no other city's
 */
record CityName(String cityId, String name, Instant at, String changed) implements Dated {

    static CityName of(String cityId, String name, Instant at, Instant now) {
        return new CityName(cityId, name, at, Dated.key(now, cityId));
    }

    /** Nothing changes when it is old news, or none. */
    Change<CityName> told(CityName told) {
        return at.isBefore(told.at) && !name.equals(told.name) ? Change.of(told) : Change.none(this);
    }
}
