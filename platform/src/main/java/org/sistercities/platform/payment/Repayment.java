package org.sistercities.platform.payment;

import org.jspecify.annotations.Nullable;

/**
 * Money on its way back, as the provider sees it.
 *
 * @param problem why it failed
 */
public record Repayment(String id, State state, @Nullable String problem) {

    /** How far it has come. */
    public enum State {
        PENDING,
        DONE,
        FAILED
    }
}
