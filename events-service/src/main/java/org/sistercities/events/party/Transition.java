package org.sistercities.events.party;

import org.jspecify.annotations.Nullable;

/**
 * A step of a registration, small enough to wait among the quotas until it is written to the registration itself. What it
 * does not name stays as it is, so guests may be named meanwhile.
 */
public record Transition(
        Standing to,
        @Nullable Order order,
        Details details,
        @Nullable Payment payment,
        Entry entry) {

    static Transition to(Standing standing, Entry entry) {
        return new Transition(standing, null, Details.NONE, null, entry);
    }

    Transition ordering(Order ordered) {
        return new Transition(to, ordered, details, payment, entry);
    }

    Transition telling(Details told) {
        return new Transition(to, order, told, payment, entry);
    }

    Transition paying(@Nullable Payment paid) {
        return new Transition(to, order, details, paid, entry);
    }
}
