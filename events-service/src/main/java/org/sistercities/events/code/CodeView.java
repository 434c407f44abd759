package org.sistercities.events.code;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Price;
import org.sistercities.events.registration.Quotas;

/**
 * A code as the events team sees it.
 *
 * @param used by how many registrations, if its uses are counted
 */
record CodeView(
        String code,
        List<String> ticketTypes,
        boolean access,
        @Nullable Integer percentOff,
        @Nullable Price amountOff,
        @Nullable Integer uses,
        @Nullable Integer used,
        boolean revoked) {

    static CodeView of(Code code, Quotas quotas) {
        var discount = code.discount();
        var amount = discount == null ? null : discount.amount();
        return new CodeView(
                code.code(),
                code.ticketTypes(),
                code.access(),
                discount == null ? null : discount.percent(),
                amount == null ? null : Price.of(amount),
                code.uses(),
                code.uses() == null ? null : quotas.used(Code.quota(code.code())),
                code.revoked());
    }
}
