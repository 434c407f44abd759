package org.sistercities.content.gift;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.payment.Charge;

/**
 * Money that has come, once.
 *
 * @param reference the provider's payment, or the bank's line
 * @param back how far it has gone back; null while it is kept
 * @param refundId what the provider or the bank calls that
 * @param attempt which try at sending it back, from 1; each has a key of its own
 */
public record Receipt(
        String reference,
        Charge amount,
        LocalDate on,
        Instant at,
        @Nullable Back back,
        @Nullable String refundId,
        int attempt) {

    /** How far money has gone back. */
    public enum Back {
        REQUESTED,
        DONE,
        FAILED
    }

    static Receipt of(String reference, Charge amount, LocalDate on, Instant at) {
        return new Receipt(reference, amount, on, at, null, null, 0);
    }

    boolean isKept() {
        return back != Back.DONE;
    }

    Receipt requested() {
        return back == Back.REQUESTED
                ? this
                : new Receipt(reference, amount, on, at, Back.REQUESTED, null, attempt + 1);
    }

    Receipt back(Back state, @Nullable String refund) {
        return new Receipt(reference, amount, on, at, state, refund, attempt);
    }
}
