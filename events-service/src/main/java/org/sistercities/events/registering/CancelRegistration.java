package org.sistercities.events.registering;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody gives places up, or the wait for them; the events team says why. */
record CancelRegistration(@Nullable @Size(max = 1000) String reason) {}
