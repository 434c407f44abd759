package org.sistercities.events.registering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Details;
import org.sistercities.events.party.Guest;
import org.sistercities.events.party.PrintedName;

/** The details of a party whose places are held; what is left out stays as it was told before. */
public record ConfirmParty(
        @Nullable @Valid Contact contact,

        @Size(max = 1000) @Nullable
        List<@NotBlank @Size(max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE) String>
                guests) {

    public Details details() {
        return new Details(
                contact,
                guests == null ? null : guests.stream().map(Guest::named).toList());
    }
}
