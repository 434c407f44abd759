package org.sistercities.platform.payment;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Takes money on pages of its own. Every call may take seconds, so none is made while anything is held that others wait for. Calls that
 * do something carry a key: made again with the same key and the same request, they do nothing more and answer the same.
 *
 * <p>All of them throw {@link ProviderAway} when nobody knows what became of the call, and {@link ProviderRefused} when nothing did.
 */
public interface PaymentProvider {

    /**
     * What somebody is to pay.
     *
     * @param reference ours, which each notice names
     * @param description as the payer reads it
     * @param paid where the payer goes then; that is no proof of payment
     * @param givenUp where one goes who does not pay
     * @param expiresAt from then on it cannot be paid any more
     */
    record CheckoutRequest(
            String reference, Charge charge, String description, URI paid, URI givenUp, Instant expiresAt) {}

    /** Opens a page to pay on. */
    HostedCheckout open(CheckoutRequest request, String key);

    /** Opens a page to agree on paying the same each month, beginning at once. */
    HostedCheckout subscribe(CheckoutRequest request, String key);

    /** Closes it, unless it is paid or closed already; the answer says how it stands then. */
    HostedCheckout close(String checkoutId);

    /** How it stands. */
    HostedCheckout read(String checkoutId);

    /**
     * Sends money back.
     *
     * @param paymentId of a checkout or an instalment
     * @param reference ours, which each notice names
     */
    Repayment refund(String paymentId, Charge charge, String reference, String key);

    /** Nothing is charged for it any more; ended again, it is as it was. */
    Subscription end(String subscriptionId);

    /** How it stands. */
    Subscription readSubscription(String subscriptionId);

    /** Its instalments that are paid, of the last hundred months. */
    List<Instalment> paidInstalments(String subscriptionId);

    /** How a repayment stands. */
    Repayment readRefund(String refundId);

    /**
     * Reads what the provider sends.
     *
     * @param body as it came, byte for byte
     * @param signature the header that came with it
     * @throws BadSignature when it is not the provider's, or is too old
     */
    ProviderNotice verified(byte[] body, String signature);
}
