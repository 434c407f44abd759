package org.sistercities.events.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import java.time.Instant;
import java.util.ArrayList;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which public events somebody looks for. Coming ones are those that are not over, cancelled ones among them so that nobody misses
 * the news; past ones have taken place.
 *
 * @param from the earliest start
 * @param to before which they start
 * @param archive past events instead of coming ones
 */
public record EventFilter(
        @Nullable String hostCityId,
        @Nullable Kind kind,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean archive,
        Instant now) {

    /** All that are to come. */
    public static EventFilter coming(Instant now) {
        return new EventFilter(null, null, null, null, false, now);
    }

    Bson matches(String startsAt, String endsAt) {
        var conditions = new ArrayList<Bson>();
        var other = archive ? Event.Status.CONCLUDED : Event.Status.CANCELLED;
        conditions.add(in("state.status", Event.Status.PUBLISHED.name(), other.name()));
        conditions.add(archive ? lte(endsAt, now) : gt(endsAt, now));
        if (hostCityId != null) conditions.add(eq("state.plan.hostCityId", hostCityId));
        if (kind != null) conditions.add(eq("state.plan.kind", kind.name()));
        if (from != null) conditions.add(gte(startsAt, from));
        if (to != null) conditions.add(lt(startsAt, to));
        return and(conditions);
    }
}
