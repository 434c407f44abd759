package org.sistercities.content.story;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The same story on another platform. */
public record Syndication(
        @NotBlank @Size(max = 100) String platform,
        @NotNull Direction direction,

        @NotNull @Size(max = 2_000) @Pattern(regexp = "https?://\\S+", message = "must be an http or https address")
        String url) {

    /** Copied from here to the platform, or first published there. */
    public enum Direction {
        TO,
        FROM
    }
}
