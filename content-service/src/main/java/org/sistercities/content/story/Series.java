package org.sistercities.content.story;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Stories that are to be read one after the other.
 *
 * @param part which one this is, from 1
 */
public record Series(
        @NotBlank @Size(max = 200) String name,
        @Min(1) @Max(10_000) int part) {

    /** By which the parts are found: equal for names that look alike. */
    public String key() {
        return Slug.of(name);
    }
}
