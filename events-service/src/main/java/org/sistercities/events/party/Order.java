package org.sistercities.events.party;

import java.util.List;
import org.sistercities.events.event.Claim;
import org.sistercities.events.event.Tickets;

/** What a party has asked for, and what that comes to. */
public record Order(List<Tickets> tickets, Claim claim) {

    /**
     * Where a party stands that has places for this.
     *
     * @throws PaymentNotOffered when it would have to pay
     */
    Status statusWithPlaces() {
        if (!claim.total().isZero()) throw new PaymentNotOffered(claim.total());
        return Status.CONFIRMED;
    }
}
