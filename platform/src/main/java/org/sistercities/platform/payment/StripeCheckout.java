package org.sistercities.platform.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.payment.HostedCheckout.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stripe Checkout. What is paid where is Stripe's business; no card number ever comes here. */
final class StripeCheckout implements PaymentProvider {
    private static final Logger log = LoggerFactory.getLogger(StripeCheckout.class);

    static final String REFERENCE = "reference";
    private static final Set<Integer> REFUSED = Set.of(400, 402, 404);

    private final StripeClient stripe;
    private final StripeSubscriptions subscriptions;
    private final StripeProperties properties;
    private final JsonMapper json;
    private final Clock clock;

    /** One call of the API. */
    interface Call<T> {
        T make() throws StripeException;
    }

    StripeCheckout(StripeProperties properties, JsonMapper json, Clock clock) {
        this.properties = properties;
        this.json = json;
        this.clock = clock;
        this.stripe = StripeClient.builder()
                .setApiKey(properties.secretKey())
                .setApiBase(properties.baseUrl().toString())
                .setConnectTimeout((int) properties.connectTimeout().toMillis())
                .setReadTimeout((int) properties.readTimeout().toMillis())
                .setMaxNetworkRetries(0) // who asks us may ask again, and what must be done is tried again by a worker
                .build();
        this.subscriptions = new StripeSubscriptions(stripe, json);
    }

    @Override
    public HostedCheckout open(CheckoutRequest request, String key) {
        var page = page(request, price(request).build()).setMode(SessionCreateParams.Mode.PAYMENT);
        return opened(page.build(), key);
    }

    /** The reference also stands with the subscription, so that each month's news has it. */
    @Override
    public HostedCheckout subscribe(CheckoutRequest request, String key) {
        var monthly = LineItem.PriceData.Recurring.builder()
                .setInterval(LineItem.PriceData.Recurring.Interval.MONTH)
                .build();
        var page = page(request, price(request).setRecurring(monthly).build())
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                        .setDescription(request.description())
                        .putMetadata(REFERENCE, request.reference())
                        .build());
        return opened(page.build(), key);
    }

    private static LineItem.PriceData.Builder price(CheckoutRequest request) {
        return LineItem.PriceData.builder()
                .setCurrency(StripeMoney.code(request.charge()))
                .setUnitAmount(StripeMoney.minor(request.charge()))
                .setProductData(LineItem.PriceData.ProductData.builder()
                        .setName(request.description())
                        .build());
    }

    private static SessionCreateParams.Builder page(CheckoutRequest request, LineItem.PriceData price) {
        return SessionCreateParams.builder()
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD) // told at once whether it went well
                .setClientReferenceId(request.reference())
                .addLineItem(
                        LineItem.builder().setQuantity(1L).setPriceData(price).build())
                .setSuccessUrl(request.paid().toString())
                .setCancelUrl(request.givenUp().toString())
                .setExpiresAt(request.expiresAt().getEpochSecond());
    }

    private HostedCheckout opened(SessionCreateParams page, String key) {
        return of(call(() -> stripe.v1().checkout().sessions().create(page, keyed(key))));
    }

    @Override
    public HostedCheckout close(String checkoutId) {
        try {
            return of(call(() -> stripe.v1().checkout().sessions().expire(checkoutId)));
        } catch (ProviderRefused e) {
            return read(checkoutId); // only an open one can be closed
        }
    }

    @Override
    public HostedCheckout read(String checkoutId) {
        return of(call(() -> stripe.v1().checkout().sessions().retrieve(checkoutId)));
    }

    @Override
    public Repayment refund(String paymentId, Charge charge, String reference, String key) {
        var intent = StripeSubscriptions.isInstalment(paymentId) ? subscriptions.paymentOf(paymentId) : paymentId;
        var parameters = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(StripeMoney.minor(charge))
                .putMetadata(REFERENCE, reference)
                .build();
        return of(call(() -> stripe.v1().refunds().create(parameters, keyed(key))));
    }

    @Override
    public Subscription end(String subscriptionId) {
        return subscriptions.end(subscriptionId);
    }

    @Override
    public Subscription readSubscription(String subscriptionId) {
        return subscriptions.read(subscriptionId);
    }

    @Override
    public List<Instalment> paidInstalments(String subscriptionId) {
        return subscriptions.paid(subscriptionId);
    }

    @Override
    public Repayment readRefund(String refundId) {
        return of(call(() -> stripe.v1().refunds().retrieve(refundId)));
    }

    /** The notice is read from its bytes: a newer version of the API than this library knows makes no difference. */
    @Override
    public ProviderNotice verified(byte[] body, String signature) {
        var text = new String(body, UTF_8);
        try {
            Webhook.Signature.verifyHeader(
                    text,
                    signature,
                    properties.webhookSecret(),
                    properties.tolerance().toSeconds(),
                    clock);
            return notice(json.readTree(text));
        } catch (SignatureVerificationException | JacksonException e) {
            log.warn("A notice was not believed: {}", e.getMessage());
            throw new BadSignature();
        }
    }

    private static ProviderNotice notice(JsonNode event) {
        var id = event.path("id").asString("");
        var object = event.at("/data/object");
        return switch (object.path("object").asString("")) {
            case "checkout.session" -> new ProviderNotice.OfCheckout(id, checkout(object));
            case "refund" -> new ProviderNotice.OfRepayment(id, repayment(object));
            case "subscription" -> new ProviderNotice.OfSubscription(id, StripeSubscriptions.subscription(object));
            case "invoice" -> ofInvoice(id, event.path("type").asString(""), object);
            default -> new ProviderNotice.OfSomethingElse(id, event.path("type").asString(""));
        };
    }

    private static ProviderNotice ofInvoice(String id, String type, JsonNode invoice) {
        var instalment = StripeSubscriptions.instalment(invoice);
        if (instalment == null || (!instalment.isPaid() && !type.equals("invoice.payment_failed")))
            return new ProviderNotice.OfSomethingElse(id, type);
        return new ProviderNotice.OfInstalment(id, instalment);
    }

    private static HostedCheckout checkout(JsonNode session) {
        return checkout(
                session.path("id").asString(""),
                text(session, "client_reference_id"),
                session.path("status").asString(""),
                session.path("payment_status").asString(""),
                text(session, "url"),
                session.path("amount_total").asLong(0),
                session.path("currency").asString(""),
                text(session, "payment_intent"),
                text(session, "invoice"),
                text(session, "subscription"));
    }

    private static HostedCheckout of(Session session) {
        return checkout(
                session.getId(),
                session.getClientReferenceId(),
                String.valueOf(session.getStatus()),
                String.valueOf(session.getPaymentStatus()),
                session.getUrl(),
                session.getAmountTotal() == null ? 0 : session.getAmountTotal(),
                String.valueOf(session.getCurrency()),
                session.getPaymentIntent(),
                session.getInvoice(),
                session.getSubscription());
    }

    private static HostedCheckout checkout(
            String id,
            @Nullable String reference,
            String status,
            String paid,
            @Nullable String url,
            long minor,
            String currency,
            @Nullable String payment,
            @Nullable String invoice,
            @Nullable String subscription) {
        var state = paid.equals("paid") ? State.PAID : status.equals("expired") ? State.EXPIRED : State.OPEN;
        var charged = StripeMoney.charge(minor, currency);
        return new HostedCheckout(
                id, reference, state, url, charged, subscription == null ? payment : invoice, subscription);
    }

    private static Repayment of(Refund refund) {
        var metadata = refund.getMetadata();
        return repayment(
                refund.getId(),
                metadata == null ? null : metadata.get(REFERENCE),
                String.valueOf(refund.getStatus()),
                refund.getFailureReason());
    }

    private static Repayment repayment(JsonNode refund) {
        return repayment(
                refund.path("id").asString(""),
                text(refund.path("metadata"), REFERENCE),
                refund.path("status").asString(""),
                text(refund, "failure_reason"));
    }

    private static Repayment repayment(String id, @Nullable String reference, String status, @Nullable String problem) {
        return switch (status) {
            case "succeeded" -> new Repayment(id, reference, Repayment.State.DONE, null);
            case "failed", "canceled" ->
                new Repayment(id, reference, Repayment.State.FAILED, problem == null ? status : problem);
            default -> new Repayment(id, reference, Repayment.State.PENDING, null);
        };
    }

    static @Nullable String text(JsonNode node, String property) {
        return node.path(property).isString() ? node.path(property).asString() : null;
    }

    private static RequestOptions keyed(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** What is wrong with the request is refused for good; with everything else, our key included, another try may go well. */
    static <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (StripeException e) {
            if (e.getStatusCode() != null && REFUSED.contains(e.getStatusCode()))
                throw new ProviderRefused(String.valueOf(e.getMessage()), e);
            log.warn("Stripe: {}", e.toString());
            throw new ProviderAway(e);
        }
    }
}
