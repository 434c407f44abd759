package org.sistercities.events.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.springframework.stereotype.Component;

/** All events; each has an id and a slug, and both name it. */
@Component
public class Events {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String STARTS_AT = "state.plan.schedule.startsAt";
    private static final String ENDS_AT = "state.plan.schedule.endsAt";

    private final AggregateStore<Event> store;

    Events(AggregateStores stores) {
        this.store = stores.open("events", Event.class, "slug");
    }

    /** The event with this id or slug. */
    public Stored<Event> get(String idOrSlug) {
        return find(idOrSlug).orElseThrow(() -> new NoSuchAggregate("event", idOrSlug));
    }

    /** The event with this id or slug; a draft is nobody's business yet, so it is as if it were not there. What was
     * published stays visible, concluded or cancelled. */
    public Stored<Event> published(String idOrSlug) {
        return find(idOrSlug)
                .filter(event -> event.state().isPublic())
                .orElseThrow(() -> new NoSuchAggregate("event", idOrSlug));
    }

    /** Those a filter matches, at most {@code limit}: coming events by their beginning, past ones the latest first. */
    public List<Stored<Event>> list(EventFilter filter, @Nullable Moment after, int limit) {
        var matches = filter.matches(STARTS_AT, ENDS_AT);
        if (after != null) matches = and(matches, filter.archive() ? after.earlier(STARTS_AT) : after.later(STARTS_AT));
        var order = filter.archive() ? descending(STARTS_AT, "_id") : ascending(STARTS_AT, "_id");
        return store.list(matches, order, limit);
    }

    /** Those nobody but the events team knows of, by their beginning. */
    public List<Stored<Event>> drafts(@Nullable Moment after, int limit) {
        var matches = eq("state.status", Event.Status.DRAFT.name());
        if (after != null) matches = and(matches, after.later(STARTS_AT));
        return store.list(matches, ascending(STARTS_AT, "_id"), limit);
    }

    /** All that were over by then, whatever became of them. */
    public List<Stored<Event>> endedBy(Instant instant) {
        return store.list(lte(ENDS_AT, instant), null, Integer.MAX_VALUE);
    }

    /** Stores a draft for a request that may be repeated. */
    public Stored<Event> draft(String id, IdempotentRequest request, Change<Event> draft) {
        return store.create(id, request, () -> draft);
    }

    /** Changes an event from the revision its author has read. */
    public Stored<Event> change(String idOrSlug, long revision, Function<Event, Change<Event>> decision) {
        return store.change(get(idOrSlug).id(), revision, decision);
    }

    /** The same, if there is one; what does not look like an id is most likely a slug. */
    public Optional<Stored<Event>> find(String idOrSlug) {
        return ID.matcher(idOrSlug).matches()
                ? store.find(idOrSlug).or(() -> bySlug(idOrSlug))
                : bySlug(idOrSlug).or(() -> store.find(idOrSlug));
    }

    private Optional<Stored<Event>> bySlug(String slug) {
        return store.list(eq("state.slug", slug), null, 1).stream().findFirst();
    }
}
