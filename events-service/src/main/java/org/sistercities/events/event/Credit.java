package org.sistercities.events.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody named on the programme: a person with title and organisation, or an organisation by its name alone. */
public record Credit(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(min = 1, max = 200) String title,
        @Nullable @Size(min = 1, max = 200) String organisation) {}
