package org.sistercities.events.party;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Claim;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Tickets;

/**
 * What a party has asked for, and what that comes to.
 *
 * @param code what it has shown to get it
 */
public record Order(
        List<Tickets> tickets, Claim claim, @Nullable Code code) {

    /**
     * The ticket type of one guest, counted from 1: guests have the tickets in their order.
     *
     * @throws NoSuchGuest when there are not so many
     */
    public String ticketTypeOf(int guest) {
        if (guest < 1 || guest > claim.places()) throw new NoSuchGuest(guest, claim.places());
        int before = 0;
        for (var some : tickets) {
            before += some.count();
            if (guest <= before) return some.ticketType();
        }
        throw new IllegalStateException(claim.places() + " places, but " + before + " tickets");
    }

    /** A code that can be used so and so many times is given with places or not at all, so its uses never wait in line. */
    boolean mayWait() {
        return code == null || code.uses() == null;
    }
}
