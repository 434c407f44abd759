package org.sistercities.content.gift;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who gives: personal data, for staff only, but for a name that its owner wants to be read. */
public record Donor(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Email @Size(max = 254) String email) {

    @Override
    public String toString() {
        return "a donor"; // in no log
    }
}
