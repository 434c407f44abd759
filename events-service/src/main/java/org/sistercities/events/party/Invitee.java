package org.sistercities.events.party;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody with title and organisation, as name cards say it. Personal data: for the events team only. */
public record Invitee(
        @Valid Contact contact,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
        String title,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
        String organisation) {}
