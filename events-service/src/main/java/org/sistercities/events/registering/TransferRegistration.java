package org.sistercities.events.registering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Contact;

/** Somebody else speaks for the party from now on. */
record TransferRegistration(
        @NotNull @Valid Contact contact,
        @Nullable @Size(max = 1000) String reason) {}
