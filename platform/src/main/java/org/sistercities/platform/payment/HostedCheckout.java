package org.sistercities.platform.payment;

import org.jspecify.annotations.Nullable;

/**
 * A page to pay on, as its provider sees it.
 *
 * @param id the provider's
 * @param reference ours; null for one that was opened by somebody else
 * @param url where to pay; null once it is over
 * @param charged what is to be paid, or was
 * @param paymentId of the payment, once it is paid; of a subscription, of its first instalment
 * @param subscriptionId of what it has begun, if it is paid each month
 */
public record HostedCheckout(
        String id,
        @Nullable String reference,
        State state,
        @Nullable String url,
        @Nullable Charge charged,
        @Nullable String paymentId,
        @Nullable String subscriptionId) {

    /** Whether money has come. */
    public enum State {
        /** It can be paid, or the money is on its way. */
        OPEN,
        PAID,
        /** It cannot be paid any more, and was not. */
        EXPIRED
    }
}
