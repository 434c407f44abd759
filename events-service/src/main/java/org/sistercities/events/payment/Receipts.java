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
import org.sistercities.events.event.Money;
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

    /**
     * Writes down what has come; written before, it stays as it is, except that some or all of it may have become due to go back.
     *
     * @param cost of the places it pays for, if it does
     */
    public void enter(Receipt receipt, Money cost) {
        store.createOnce(receipt.id(), () -> Change.of(receipt));
        returnRest(receipt.id(), cost); // before the whole is due, or a part would go back twice
        var why = receipt.why();
        if (receipt.state() == Receipt.State.DUE && why != null)
            store.change(receipt.id(), known -> known.refundDue(why, clock.instant()));
    }

    /** Writes down what a registration was paid with, and how much of that goes back. */
    public void follow(Registration registration) {
        var payment = registration.payment();
        if (payment != null)
            enter(
                    Receipt.of(registration, payment, clock.instant()),
                    registration.order().claim().total());
    }

    /** First the part is there, then it is taken from the whole: whoever finds only the first goes on with the second. */
    private void returnRest(String id, Money cost) {
        for (var kept = find(id); kept.isPresent() && kept.get().isMoreThan(cost); kept = find(id)) {
            var whole = kept.get();
            var part = whole.part(cost, clock.instant());
            var stored = store.createOnce(part.id(), () -> Change.of(part)).state();
            store.change(id, known -> known.without(stored));
        }
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
    List<Stored<Receipt>> ofEvent(
            String eventId,
            Receipt.@Nullable State state,
            @Nullable String registration,
            @Nullable Moment after,
            int limit) {
        var conditions = new ArrayList<>(List.of(eq("state.eventId", eventId)));
        if (state != null) conditions.add(eq("state.state", state.name()));
        if (registration != null) conditions.add(eq("state.registrationId", registration));
        if (after != null) conditions.add(after.earlier(CREATED_AT));
        return store.list(and(conditions), descending(CREATED_AT, "_id"), limit);
    }
}
