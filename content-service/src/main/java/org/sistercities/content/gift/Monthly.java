package org.sistercities.content.gift;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has agreed on with the provider: their card is charged each month.
 *
 * @param failedOn since when it cannot be charged; null while it can
 */
public record Monthly(
        String subscriptionId, State state, @Nullable LocalDate failedOn) {

    /** Whether there will be another month. */
    public enum State {
        RUNNING,
        /** Somebody wants no other month; the provider has not said yet that there is none. */
        ENDING,
        ENDED
    }

    /** A month was paid: what was told as over before stays so. */
    static Monthly paid(@Nullable Monthly known, String subscriptionId) {
        if (known == null || (known.isOver() && !known.subscriptionId.equals(subscriptionId)))
            return new Monthly(subscriptionId, State.RUNNING, null);
        return new Monthly(known.subscriptionId, known.state, null);
    }

    boolean isOver() {
        return state == State.ENDED;
    }

    Monthly failed(LocalDate on) {
        return new Monthly(subscriptionId, state, failedOn == null ? on : failedOn);
    }

    Monthly ending() {
        return new Monthly(subscriptionId, State.ENDING, failedOn);
    }

    static Monthly ended(String subscriptionId) {
        return new Monthly(subscriptionId, State.ENDED, null);
    }
}
