package org.sistercities.content.story;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to happen by itself. */
public record Timing(@Nullable Instant publishAt, @Nullable Instant unpublishAt) {
    static final Timing NONE = new Timing(null, null);

    /** When something is to happen next; null for never. */
    @Nullable
    Instant next() {
        return Stream.of(publishAt, unpublishAt)
                .<Instant>mapMulti((time, times) -> {
                    if (time != null) times.accept(time);
                })
                .min(Instant::compareTo)
                .orElse(null);
    }

    Timing withoutPublishing() {
        return new Timing(null, unpublishAt);
    }
}
