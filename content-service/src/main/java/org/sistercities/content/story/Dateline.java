package org.sistercities.content.story;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Where and when a press release was given out, as in "WASHINGTON, DC (January 11, 2017) –"; not the date it speaks of. */
public record Dateline(
        @NotBlank @Size(max = 200) String place, @NotNull LocalDate date) {}
