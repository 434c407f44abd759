package org.sistercities.content.editing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Who sends a draft back says why. */
record ReturnDraft(@NotBlank @Size(max = 2_000) String note) {}
