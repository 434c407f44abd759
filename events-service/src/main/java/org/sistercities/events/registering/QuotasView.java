package org.sistercities.events.registration;

import java.util.List;

/** How full an event is, as the events team sees it. */
record QuotasView(List<Item> items) {

    record Item(String id, String name, int capacity, int taken, int left) {}

    static QuotasView of(Quotas quotas) {
        return new QuotasView(quotas.quotas().stream()
                .map(quota -> new Item(quota.id(), quota.name(), quota.capacity(), quota.taken(), quota.left()))
                .toList());
    }
}
