package org.sistercities.content.story;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What stands under a photo. Both lines are kept as they are written, whatever their shape: "©AP", "Photo courtesy of …
 * © 2016"; a credit is never cut off.
 */
public record Photo(
        @Nullable @Size(max = 2_000) String credit,
        @Nullable @Size(max = 2_000) String caption) {}
