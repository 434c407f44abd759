package org.sistercities.events.planning;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The same event once more: under which slug, and from when on. */
record CopyEvent(
        @NotNull @Size(max = 80) @Pattern(regexp = DraftEvent.NAME, message = DraftEvent.NAME_RULE)
        String slug,

        @NotNull LocalTimestamp startsAt) {}
