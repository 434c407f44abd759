package org.sistercities.events.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.RegistrationRules;
import org.sistercities.events.event.TicketType;

/** All the tickets an event offers, and what else holds for its parties, as the events team reads it and writes it back. */
record TicketOffer(
        @NotEmpty @Size(max = 100) List<DraftEvent.@NotNull @Valid Ticket> ticketTypes,
        DraftEvent.@Nullable @Valid Rules registration) {

    static TicketOffer of(Event event) {
        return new TicketOffer(
                event.ticketTypes().stream().map(DraftEvent.Ticket::of).toList(),
                DraftEvent.Rules.of(event.registrationRules()));
    }

    List<TicketType> types() {
        return ticketTypes.stream().map(DraftEvent.Ticket::ticketType).toList();
    }

    RegistrationRules rules() {
        return DraftEvent.Rules.orNone(registration);
    }
}
