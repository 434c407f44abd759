package org.sistercities.platform.payment;

/** What the provider tells by itself: at least once, at any time, in any order. */
public sealed interface ProviderNotice {

    /** The same whenever the same notice is sent. */
    String id();

    /** Something has happened to a checkout; it says how the checkout stood then. */
    record OfCheckout(String id, HostedCheckout checkout) implements ProviderNotice {}

    /** Something has happened to a repayment. */
    record OfRepayment(String id, Repayment repayment) implements ProviderNotice {}

    /** Something has happened to a subscription. */
    record OfSubscription(String id, Subscription subscription) implements ProviderNotice {}

    /** A month was paid, or could not be charged. */
    record OfInstalment(String id, Instalment instalment) implements ProviderNotice {}

    /** Nothing we know what to do with. */
    record OfSomethingElse(String id, String type) implements ProviderNotice {}
}
