package org.sistercities.platform.payment;

import org.jspecify.annotations.Nullable;

/**
 * Money on its way back, as the provider sees it.
 *
 * @param reference ours; null for one that was asked for by somebody else
 * @param problem why it failed
 */
public record Repayment(
        String id,
        @Nullable String reference,
        State state,
        @Nullable String problem) {

    /** How far it has come. */
    public enum State {
        PENDING,
        DONE,
        FAILED
    }
}
