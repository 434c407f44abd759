package org.sistercities.events.registering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Tickets;

/** All the tickets a party shall have from now on. */
record ChangeTickets(
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Tickets> tickets,
        @Nullable @Size(max = 1000) String reason) {}
