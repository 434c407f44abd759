package org.sistercities.content.gift;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** For whose sake somebody gives. */
public record Tribute(
        @NotNull Kind kind,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 1_000) String note) {

    /** What the gift says of them. */
    public enum Kind {
        IN_HONOUR,
        IN_MEMORY
    }

    @Override
    public String toString() {
        return "a tribute"; // in no log
    }
}
