package org.sistercities.events.payment;

import static com.mongodb.client.model.Filters.lt;

import java.time.Instant;
import org.bson.conversions.Bson;

/** When something is to be looked after, as a unique key that sorts by time: the only way to look for it in order on every database. */
public final class Due {
    private Due() {}

    public static String key(Instant at, String id) {
        return "%014d-%s".formatted(at.toEpochMilli(), id);
    }

    /** What is due by now. */
    public static Bson by(Instant now) {
        return lt("state.due", key(now.plusMillis(1), ""));
    }
}
