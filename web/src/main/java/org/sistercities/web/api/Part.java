package org.sistercities.web.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a page: what was asked for, or that it cannot be had at the moment. The rest of the page is shown all the same. */
public record Part<T>(@Nullable T value) {

    /** Whether it cannot be had. */
    public boolean isAway() {
        return value == null;
    }

    public Optional<T> get() {
        return Optional.ofNullable(value);
    }
}
