package org.sistercities.events.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sistercities.events.paging.Cursor;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** All events; each has an id and a slug, and both name it. */
@Component
public class Events {
    private final AggregateStore<Event> store;

    Events(AggregateStores stores) {
        this.store = stores.open("events", Event.class, "slug");
    }

    /** The event with this id or slug. */
    public Stored<Event> get(String idOrSlug) {
        return find(idOrSlug).orElseThrow(() -> new NoSuchAggregate("event", idOrSlug));
    }

    /** The event with this id or slug; a draft is nobody's business yet, so it is as if it were not there. */
    public Stored<Event> published(String idOrSlug) {
        return find(idOrSlug)
                .filter(event -> event.state().isPublished())
                .orElseThrow(() -> new NoSuchAggregate("event", idOrSlug));
    }

    /** Published events by their beginning, one more than {@code limit} if there are more. */
    public List<Stored<Event>> published(Cursor after, int limit) {
        var filter = and(eq("state.status", Event.Status.PUBLISHED.name()), after.filter("state.startsAt"));
        return store.list(filter, Cursor.order("state.startsAt"), limit + 1);
    }

    /** Stores a draft for a request that may be repeated. */
    public Stored<Event> draft(String id, IdempotentRequest request, Change<Event> draft) {
        return store.create(id, request, () -> draft);
    }

    /** Changes an event from the revision its author has read. */
    public Stored<Event> change(String idOrSlug, long revision, Function<Event, Change<Event>> decision) {
        return store.change(get(idOrSlug).id(), revision, decision);
    }

    private Optional<Stored<Event>> find(String idOrSlug) {
        return store.find(idOrSlug)
                .or(() ->
                        store.list(eq("state.slug", idOrSlug), null, 1).stream().findFirst());
    }
}
