package org.sistercities.events.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Intent;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Status;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The two collections of the protocol: registrations, and for each event the quotas they take their places from. */
@Component
public class Registrations {
    private static final Logger log = LoggerFactory.getLogger(Registrations.class);
    private static final int AT_ONCE = 1_000;
    private static final int READ_AGAIN = 40;
    private static final String REGISTERED_AT = "state.registeredAt";
    private static final List<String> RUNNING_OUT = Arrays.stream(Status.values())
            .filter(status -> status.places() == Status.Places.UNTIL)
            .map(Status::name)
            .toList();

    private final AggregateStore<Registration> registrations;
    private final AggregateStore<Quotas> quotas;
    private final Clock clock;

    Registrations(AggregateStores stores, Clock clock) {
        this.clock = clock;
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
        var now = clock.instant();
        return registrations.find(registrationId).map(stored -> KnownParty.of(stored.state(), now));
    }

    /** Hands every party of an event to {@code each}, in the order of their registrations, in bounded memory. */
    public void eachParty(String eventId, Consumer<KnownParty> each) {
        eachOf(eventId, stored -> each.accept(KnownParty.of(stored.state(), clock.instant())));
    }

    /** The same for their registrations. */
    public void eachOf(String eventId, Consumer<Stored<Registration>> each) {
        @Nullable Moment after = null;
        List<Stored<Registration>> some;
        do {
            some = ofEvent(eventId, null, after, AT_ONCE);
            for (var stored : some) {
                each.accept(stored);
                after = new Moment(stored.state().registeredAt(), stored.id());
            }
        } while (some.size() == AT_ONCE);
    }

    public Stored<Registration> get(String id) {
        return registrations.get(id);
    }

    /**
     * An event's registrations by their time, at most {@code limit}.
     *
     * @param status as it is recorded; null for all
     */
    public List<Stored<Registration>> ofEvent(
            String eventId, @Nullable Status status, @Nullable Moment after, int limit) {
        var filters = new ArrayList<>(List.of(eq("state.eventId", eventId)));
        if (status != null) filters.add(eq("state.standing.status", status.name()));
        if (after != null) filters.add(after.later(REGISTERED_AT));
        return registrations.list(and(filters), ascending(REGISTERED_AT, "_id"), limit);
    }

    /** Hands every registration of every event to {@code each}, in bounded memory: for what a replica keeps in memory. */
    public void forEach(Consumer<Registration> each) {
        registrations.forEach(stored -> each.accept(stored.state()));
    }

    /** Changes what moves no places, such as guests' names; everything else goes by the desk. */
    public Stored<Registration> change(String id, Function<Registration, Change<Registration>> decision) {
        return registrations.change(id, decision);
    }

    /** The same, once for each request. */
    public Stored<Registration> change(
            String id, IdempotentRequest request, Function<Registration, Change<Registration>> decision) {
        return registrations.change(id, request, decision);
    }

    /** The same, from the revision its author has read. */
    public Stored<Registration> change(
            String id, long revision, Function<Registration, Change<Registration>> decision) {
        return registrations.change(id, revision, decision);
    }

    /** Those that are stored, by id. */
    public Map<String, Registration> find(Collection<String> ids) {
        var found = new LinkedHashMap<String, Registration>();
        registrations.findAll(ids).forEach(stored -> found.put(stored.id(), stored.state()));
        return found;
    }

    /** Reads again as long as the decision finds that it was overtaken between its two reads. */
    Quotas changeQuotas(String eventId, Function<Quotas, Change<Quotas>> decision) {
        for (int again = 0; again < READ_AGAIN; again++) {
            try {
                return quotas.change(eventId, decision).state();
            } catch (Overtaken e) {
                log.debug("Event {} is read again: {}", eventId, e.getMessage());
            }
        }
        return quotas.change(eventId, decision).state();
    }

    Stored<Quotas> changeQuotas(String eventId, long revision, Function<Quotas, Change<Quotas>> decision) {
        return quotas.change(eventId, revision, decision);
    }

    /** Writes to registrations what has been decided for them; what is written already is left as it is. */
    void write(Map<String, Intent> intents) {
        var births = new LinkedHashMap<String, Change<Registration>>();
        intents.forEach((id, intent) -> {
            if (intent.birth() != null) births.put(id, intent.born());
        });
        var steps = new LinkedHashMap<>(intents);
        steps.keySet().removeAll(registrations.createAll(births));
        steps.values().removeIf(intent -> intent.steps().isEmpty());
        Together.run(steps, (id, intent) -> registrations.change(id, intent::change));
    }

    /** Drops the intents of registrations that have made so many steps. */
    void settle(String eventId, Map<String, Integer> steps) {
        quotas.change(eventId, current -> Change.of(current.settle(steps)));
    }

    /** The quotas of events with something to finish: intents, or holds that have run out. */
    List<Stored<Quotas>> unsettled(Instant now) {
        var unsettled = or(
                ne("state.intents", new Document()),
                eq("state.held.recorded", false),
                lte("state.held.slots.until", now));
        return quotas.list(unsettled, null, Integer.MAX_VALUE);
    }

    /** Registrations of an event whose time ran out by this instant, and that are not recorded as expired; at most so many. */
    List<Stored<Registration>> lapsed(String eventId, Instant by, int limit) {
        var filter = and(
                eq("state.eventId", eventId),
                in("state.standing.status", RUNNING_OUT),
                lte("state.standing.until", by));
        return registrations.list(filter, null, limit);
    }
}
