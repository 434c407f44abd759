package org.sistercities.events.party;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who speaks for a party. Personal data: for the events team only. */
public record Contact(
        @NotBlank @Size(max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
        String name,

        @NotBlank @Size(max = 254) @Email String email) {}
