package org.sistercities.city.seeking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a city puts on the board.
 *
 * @param text at most 350 words about the city and its wishes
 */
record Posting(
        @NotNull @Valid Wanted wanted,
        @NotBlank @Size(max = 4_000) String text,
        @NotNull @Valid Contact contact) {
    private static final int MOST_WORDS = 350;

    /**
     * Checks what a single property's constraint cannot.
     *
     * @throws Refused.TooManyWords when the text is too long
     */
    void check() {
        int words = text.strip().split("\\s+").length;
        if (words > MOST_WORDS) throw new Refused.TooManyWords(words, MOST_WORDS);
    }
}
