package org.sistercities.events.ticket;

import java.time.Clock;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.springframework.stereotype.Component;

/** Keeps the keys in the service's database, the same for every replica; the first is made when it is first needed. */
@Component
public class KeyRing {
    private static final String ID = "tickets";

    private final AggregateStore<SigningKeys> store;
    private final Clock clock;

    KeyRing(AggregateStores stores, Clock clock) {
        this.store = stores.open("ticket-keys", SigningKeys.class);
        this.clock = clock;
    }

    public SigningKeys keys() {
        return store.createOnce(ID, () -> Change.of(SigningKeys.first(clock.instant())))
                .state();
    }

    /** From now on a new key signs. */
    SigningKeys rotate() {
        keys();
        var fresh = SigningKey.generate(clock.instant());
        return store.change(ID, keys -> keys.rotated(fresh)).state();
    }
}
