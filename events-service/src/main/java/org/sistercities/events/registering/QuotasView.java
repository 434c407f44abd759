package org.sistercities.events.registering;

import java.time.Instant;
import java.util.List;
import org.sistercities.events.event.Code;
import org.sistercities.events.registration.Quotas;

/** How full an event is, as the events team sees it. */
record QuotasView(List<Item> items) {

    /**
     * One quota; taken, held and left add up to its capacity.
     *
     * @param held kept for parties that have yet to confirm, accept or pay
     */
    record Item(String id, String name, int capacity, int taken, int held, int left) {}

    static QuotasView of(Quotas quotas, Instant now) {
        return new QuotasView(quotas.quotas().stream()
                .filter(quota -> !Code.isQuotaOfACode(quota.id()))
                .map(quota -> {
                    int left = quotas.free(quota, now);
                    int held = quota.capacity() - quota.taken() - left;
                    return new Item(quota.id(), quota.name(), quota.capacity(), quota.taken(), held, left);
                })
                .toList());
    }
}
