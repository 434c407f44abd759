package org.sistercities.platform.payment;

import org.jspecify.annotations.Nullable;

/**
 * One month of a subscription, as its provider sees it.
 *
 * @param id the provider's, the same however often it is told of or tried; what it was paid with goes back under this id
 * @param reference ours, of the subscription
 * @param isPaid else a try to charge it has failed, and the provider may try again
 * @param charged what has come
 */
public record Instalment(
        String id,
        @Nullable String reference,
        String subscriptionId,
        boolean isPaid,
        @Nullable Charge charged) {}
