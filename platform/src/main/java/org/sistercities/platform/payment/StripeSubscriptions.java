package org.sistercities.platform.payment;

import static org.sistercities.platform.payment.StripeCheckout.REFERENCE;
import static org.sistercities.platform.payment.StripeCheckout.call;
import static org.sistercities.platform.payment.StripeCheckout.text;

import com.stripe.StripeClient;
import com.stripe.model.StripeObject;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoiceRetrieveParams;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's subscriptions and their invoices; what it answers and what it tells is read in one way. */
final class StripeSubscriptions {
    private static final Set<String> OVER = Set.of("canceled", "incomplete_expired");
    private static final long AT_ONCE = 100;

    private final StripeClient stripe;
    private final JsonMapper json;

    StripeSubscriptions(StripeClient stripe, JsonMapper json) {
        this.stripe = stripe;
        this.json = json;
    }

    static boolean isInstalment(String paymentId) {
        return paymentId.startsWith("in_");
    }

    Subscription end(String id) {
        try {
            return subscription(read(call(() -> stripe.v1().subscriptions().cancel(id))));
        } catch (ProviderRefused e) {
            return read(id); // only a running one can be ended
        }
    }

    Subscription read(String id) {
        return subscription(read(call(() -> stripe.v1().subscriptions().retrieve(id))));
    }

    List<Instalment> paid(String id) {
        var asked = InvoiceListParams.builder()
                .setSubscription(id)
                .setStatus(InvoiceListParams.Status.PAID)
                .setLimit(AT_ONCE)
                .build();
        return read(call(() -> stripe.v1().invoices().list(asked)))
                .path("data")
                .valueStream()
                .map(StripeSubscriptions::instalment)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The payment that an invoice was paid with; money that was given in another way does not go back by Stripe. */
    String paymentOf(String invoiceId) {
        var whole = InvoiceRetrieveParams.builder().addExpand("payments").build();
        var invoice = read(call(() -> stripe.v1().invoices().retrieve(invoiceId, whole)));
        return invoice.path("payments")
                .path("data")
                .valueStream()
                .filter(payment -> "paid".equals(text(payment, "status")))
                .map(payment -> text(payment.path("payment"), "payment_intent"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new ProviderRefused("no card's payment is behind " + invoiceId, null));
    }

    static Subscription subscription(JsonNode subscription) {
        return new Subscription(
                subscription.path("id").asString(""),
                text(subscription.path("metadata"), REFERENCE),
                OVER.contains(subscription.path("status").asString("")));
    }

    /** Null when the invoice is of no subscription. Its details moved within it in 2025; older endpoints still tell it as it was. */
    static @Nullable Instalment instalment(JsonNode invoice) {
        var parent = invoice.at("/parent/subscription_details");
        boolean isOld = parent.isMissingNode();
        var subscription = text(isOld ? invoice : parent, "subscription");
        if (subscription == null) return null;
        var details = isOld ? invoice.path("subscription_details") : parent;
        return new Instalment(
                invoice.path("id").asString(""),
                text(details.path("metadata"), REFERENCE),
                subscription,
                "paid".equals(text(invoice, "status")),
                StripeMoney.charge(
                        invoice.path("amount_paid").asLong(0),
                        invoice.path("currency").asString("")));
    }

    private JsonNode read(StripeObject answer) {
        return json.readTree(answer.getLastResponse().body());
    }
}
