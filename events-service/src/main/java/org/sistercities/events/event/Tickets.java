package org.sistercities.events.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** How many tickets of one type. */
public record Tickets(
        @NotBlank @Size(max = 40) String ticketType,
        @Min(1) @Max(1000) int count) {}
