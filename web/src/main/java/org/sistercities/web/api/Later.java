package org.sistercities.web.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A part of a page that is being fetched while others are. */
public final class Later<T> {
    private final CompletableFuture<T> future;

    Later(CompletableFuture<T> future) {
        this.future = future;
    }

    /** Waits for it. What is away or not there is only missing; anything else is a fault of ours. */
    public Part<T> part() {
        try {
            return new Part<>(future.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof Away || e.getCause() instanceof NotThere || e.getCause() instanceof Refused)
                return new Part<>(null);
            throw e;
        }
    }
}
