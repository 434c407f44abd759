package org.sistercities.events.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.sistercities.events.event.Tickets;

/** A party asks for tickets; its guests may be named now or later. */
record RegisterParty(
        @NotNull @Valid Contact contact,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Tickets> tickets,

        @Size(max = 1000)
        List<@NotBlank @Size(max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE) String>
                guests) {

    RegisterParty {
        guests = Objects.requireNonNullElse(guests, List.of()); // may be absent
    }
}
