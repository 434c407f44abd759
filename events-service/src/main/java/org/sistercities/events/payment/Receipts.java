package org.sistercities.events.payment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Registration;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.springframework.stereotype.Component;

/** All money that has come. */
@Component
public class Receipts {
    private static final String CREATED_AT = "state.createdAt";

    private final AggregateStore<Receipt> store;
    private final Clock clock;

    Receipts(AggregateStores stores, Clock clock) {
        this.store = stores.open("receipts", Receipt.class, "due");
        this.clock = clock;
    }

    /** Writes down what has come; written before, it stays as it is, except that it may have become due to go back. */
    public void enter(Receipt receipt) {
        store.createOnce(receipt.id(), () -> Change.of(receipt));
        var why = receipt.why();
        if (receipt.state() == Receipt.State.DUE && why != null)
            store.change(receipt.id(), known -> known.refundDue(why, clock.instant()));
    }

    /** Writes down what a registration was paid with, and whether that goes back. */
    public void follow(Registration registration) {
        var payment = registration.payment();
        if (payment != null) enter(Receipt.of(registration, payment, clock.instant()));
    }

    Stored<Receipt> get(String id) {
        return store.get(id);
    }

    Stored<Receipt> change(String id, Function<Receipt, Change<Receipt>> decision) {
        return store.change(id, decision);
    }

    /** Those a worker is to look after, the longest due first. */
    List<Stored<Receipt>> due(int limit) {
        return store.list(Due.by(clock.instant()), ascending("state.due"), limit);
    }

    Optional<Receipt> find(String id) {
        return store.find(id).map(Stored::state);
    }

    /** An event's, the newest first. */
    List<Stored<Receipt>> ofEvent(String eventId, Receipt.@Nullable State state, @Nullable Moment after, int limit) {
        var conditions = new ArrayList<>(List.of(eq("state.eventId", eventId)));
        if (state != null) conditions.add(eq("state.state", state.name()));
        if (after != null) conditions.add(after.earlier(CREATED_AT));
        return store.list(and(conditions), descending(CREATED_AT, "_id"), limit);
    }
}
