package org.sistercities.content.editing;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody says to a step. */
record Note(@Nullable @Size(max = 2_000) String note) {

    static @Nullable String of(@Nullable Note said) {
        return said == null ? null : said.note();
    }
}
