package org.sistercities.events.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.springframework.stereotype.Component;

/** The two collections of the protocol: registrations, and for each event the quotas they take their places from. */
@Component
public class Registrations {
    private static final int AT_ONCE = 1_000;
    private static final String CONFIRMED_AT = "state.confirmedAt";

    private final AggregateStore<Registration> registrations;
    private final AggregateStore<Quotas> quotas;

    Registrations(AggregateStores stores) {
        this.registrations = stores.open("registrations", Registration.class);
        this.quotas = stores.open("quotas", Quotas.class);
    }

    /** The quotas of an event; free places may be gone by the time somebody reads of them. */
    public Stored<Quotas> quotas(String eventId) {
        return quotas.get(eventId);
    }

    /** Gives a new event its quotas, for a request that may be repeated. */
    public Quotas openQuotas(Quotas fresh, IdempotentRequest request) {
        return quotas.create(fresh.eventId(), request, () -> Change.of(fresh)).state();
    }

    /** The party with this registration. */
    public Optional<KnownParty> party(String registrationId) {
        return registrations.find(registrationId).map(stored -> KnownParty.of(stored.state()));
    }

    /** Hands every party of an event to {@code each}, in the order of their registrations, in bounded memory. */
    public void eachParty(String eventId, Consumer<KnownParty> each) {
        @Nullable Moment after = null;
        List<Stored<Registration>> some;
        do {
            some = ofEvent(eventId, after, AT_ONCE);
            for (var stored : some) {
                each.accept(KnownParty.of(stored.state()));
                after = new Moment(stored.state().confirmedAt(), stored.id());
            }
        } while (some.size() == AT_ONCE);
    }

    Stored<Registration> get(String id) {
        return registrations.get(id);
    }

    /** Those that are stored, by id. */
    Map<String, Registration> find(Collection<String> ids) {
        var found = new LinkedHashMap<String, Registration>();
        registrations.findAll(ids).forEach(stored -> found.put(stored.id(), stored.state()));
        return found;
    }

    /** An event's registrations by their time, at most {@code limit}. */
    List<Stored<Registration>> ofEvent(String eventId, @Nullable Moment after, int limit) {
        var ofEvent = eq("state.eventId", eventId);
        var filter = after == null ? ofEvent : and(ofEvent, after.later(CONFIRMED_AT));
        return registrations.list(filter, ascending(CONFIRMED_AT, "_id"), limit);
    }

    Quotas changeQuotas(String eventId, Function<Quotas, Change<Quotas>> decision) {
        return quotas.change(eventId, decision).state();
    }

    /** Stores registrations that have their places; those stored already stay as they are. */
    void store(Map<String, Registration> intents) {
        var births = new LinkedHashMap<String, Change<Registration>>();
        intents.forEach((id, registration) -> births.put(id, registration.stored()));
        registrations.createAll(births);
    }

    /** Drops the intents of registrations that are stored. */
    void settle(String eventId, Collection<String> stored) {
        quotas.change(eventId, current -> Change.of(current.settle(stored)));
    }

    /** The quotas of events with intents that may need finishing. */
    List<Stored<Quotas>> unsettled() {
        return quotas.list(ne("state.intents", new Document()), null, Integer.MAX_VALUE);
    }
}
