package org.sistercities.events.checkout;

import static com.mongodb.client.model.Sorts.ascending;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sistercities.events.payment.Due;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** All pages to pay on, and the notices that were handled. */
@Component
class Checkouts {
    private final AggregateStore<Checkout> store;
    private final AggregateStore<Handled> handled;
    private final Clock clock;

    Checkouts(AggregateStores stores, Clock clock) {
        this.store = stores.open("checkouts", Checkout.class, "due");
        this.handled = stores.open("payment-notices", Handled.class);
        this.clock = clock;
    }

    /** A notice whose effect is stored. */
    record Handled(String noticeId, Instant at) {}

    Optional<Checkout> find(String id) {
        return store.find(id).map(Stored::state);
    }

    /** The checkout with this id; begun before, it is as it was. */
    Checkout begin(Checkout fresh) {
        return store.createOnce(fresh.id(), () -> Change.of(fresh)).state();
    }

    Checkout change(String id, Function<Checkout, Change<Checkout>> decision) {
        return store.change(id, decision).state();
    }

    /** Those whose provider is to be asked, the longest due first. */
    List<Checkout> due(int limit) {
        return store.list(Due.by(clock.instant()), ascending("state.due"), limit).stream()
                .map(Stored::state)
                .toList();
    }

    boolean isHandled(String noticeId) {
        return handled.find(noticeId).isPresent();
    }

    void setHandled(String noticeId) {
        handled.createOnce(noticeId, () -> Change.of(new Handled(noticeId, clock.instant())));
    }
}
