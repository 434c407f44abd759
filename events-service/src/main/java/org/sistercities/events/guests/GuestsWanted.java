package org.sistercities.events.guests;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which guests are asked for, of the list, a file or cards; read from the request's parameters.
 *
 * @param q words of names or the address
 */
public record GuestsWanted(
        @Nullable @Size(max = 200) String q,
        @Nullable @Size(max = 40) String status,
        @Nullable @Size(max = 40) String ticketType,
        @Nullable Boolean admitted,
        @Nullable @Size(max = 60) String category) {

    /** The guests these are. */
    public GuestFilter filter() {
        return GuestFilter.of(q, status, ticketType, admitted, category);
    }
}
