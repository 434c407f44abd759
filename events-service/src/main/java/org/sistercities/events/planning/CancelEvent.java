package org.sistercities.events.planning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The event does not take place; the reason is told to its guests. */
record CancelEvent(@NotBlank @Size(max = 1000) String reason) {}
