package org.sistercities.events.registering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.sistercities.events.registration.Quota;

/** The events team has more to give away, such as a room that was not planned at first. */
record OpenQuota(
        @NotNull
        @Size(max = 40)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be lower-case letters, digits and single hyphens")
        String id,

        @NotBlank @Size(max = 200) String name,
        @Min(1) @Max(1_000_000) int capacity) {

    Quota quota() {
        return new Quota(id, name, capacity, 0);
    }
}
