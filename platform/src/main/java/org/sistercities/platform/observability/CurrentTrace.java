package org.sistercities.platform.observability;

import org.jspecify.annotations.Nullable;

/** The trace the calling thread works for, as a W3C {@code traceparent}; null outside any trace. */
@FunctionalInterface
public interface CurrentTrace {
    @Nullable
    String traceparent();
}
