package org.sistercities.events.registering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.sistercities.events.party.Guest;

/** All guests of a party, in the order of their tickets. */
record NameGuests(@NotNull @Size(max = 1000) List<@NotNull @Valid GuestEntry> guests) {

    List<Guest> named() {
        return guests.stream().map(GuestEntry::guest).toList();
    }
}
