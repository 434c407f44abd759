package org.sistercities.events.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guest may attend and at what price. Each ticket takes one place from every one of its quotas.
 *
 * @param audience for whom it is meant, as people read it
 * @param byCode whether it can only be had with a code
 * @param byApproval whether the events team says who gets it
 */
public record TicketType(
        String id,
        String name,
        Money price,
        List<String> quotas,
        SalesWindow sales,
        PartySize partySize,
        @Nullable String audience,
        boolean byCode,
        boolean byApproval) {

    /** The same, on sale at another time. */
    TicketType on(SalesWindow window) {
        return new TicketType(id, name, price, quotas, window, partySize, audience, byCode, byApproval);
    }

    /** So many of these, as they are charged to who shows this code, or none. */
    Claim.Line line(int count, @Nullable Code code) {
        var off = code == null ? Money.zero(price.currency()) : code.off(this, count);
        return new Claim.Line(id, name, count, price, off);
    }

    /** One that anybody can have. */
    public static TicketType open(
            String id, String name, Money price, List<String> quotas, SalesWindow sales, PartySize partySize) {
        return new TicketType(id, name, price, quotas, sales, partySize, null, false, false);
    }
}
