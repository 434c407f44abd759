package org.sistercities.events.registering;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Guest;
import org.sistercities.events.party.PrintedName;

/** A guest as a party or the guest tells it; without a name, nobody is named yet. */
public record GuestEntry(
        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
        String name,

        @Nullable @Size(max = 500) String dietary,
        @Nullable @Size(max = 500) String access,
        @Size(max = 50) Map<@NotBlank @Size(max = 40) String, @NotNull @Size(max = 2000) String> answers) {

    public GuestEntry {
        answers = Objects.requireNonNullElse(answers, Map.of()); // may be absent
    }

    /** The guest this makes known. */
    public Guest guest() {
        return new Guest(name, dietary, access, answers);
    }
}
