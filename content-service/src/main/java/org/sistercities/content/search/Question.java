package org.sistercities.content.search;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Manuscript.Kind;

/**
 * What somebody searches.
 *
 * @param q words; no syntax, so nothing can be wrong with it
 * @param from first day of a period, in UTC
 * @param until its last day
 */
record Question(
        @NotBlank @Size(max = 500) String q,
        @Nullable Kind kind,
        @Nullable @Size(max = 60) String tag,
        @Nullable @Size(max = 200) String city,

        @Nullable @Size(max = 35) @Pattern(regexp = "[A-Za-z0-9-]+")
        String language,

        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
