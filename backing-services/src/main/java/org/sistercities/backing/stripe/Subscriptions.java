package org.sistercities.backing.stripe;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.backing.stripe.Ledger.Reply;

/** What is paid each month, and the invoice of each month; as Stripe's, with the details of an invoice where they are since 2025. */
final class Subscriptions {
    private final Map<String, Map<String, Object>> running;
    private final Map<String, Map<String, Object>> invoices;

    Subscriptions(Map<String, Map<String, Object>> running, Map<String, Map<String, Object>> invoices) {
        this.running = running;
        this.invoices = invoices;
    }

    /** Somebody has agreed on a page to pay each month, and has paid the first. */
    void begin(Map<String, Object> session, long number) {
        var subscription = new LinkedHashMap<String, Object>();
        var id = "sub_" + number;
        subscription.put("id", id);
        subscription.put("object", "subscription");
        subscription.put("status", "active");
        subscription.put("description", requireNonNull(session.get("description")));
        subscription.put("metadata", requireNonNull(session.get("subscription_metadata")));
        subscription.put("amount", requireNonNull(session.get("amount_total")));
        subscription.put("currency", requireNonNull(session.get("currency")));
        running.put(id, subscription);
        session.put("subscription", id);
        session.put("invoice", requireNonNull(month(id, true, number).get("id")));
    }

    /** Another month begins, and its money is taken or cannot be. */
    Map<String, Object> month(String id, boolean isPaid, long number) {
        var subscription = known(running, id);
        if (isOver(subscription)) throw new IllegalStateException(id + " is over");
        var invoice = new LinkedHashMap<String, Object>();
        invoice.put("id", "in_" + number);
        invoice.put("object", "invoice");
        invoice.put("currency", requireNonNull(subscription.get("currency")));
        invoice.put("amount_due", requireNonNull(subscription.get("amount")));
        invoice.put(
                "parent",
                Map.of(
                        "type",
                        "subscription_details",
                        "subscription_details",
                        Map.of("subscription", id, "metadata", requireNonNull(subscription.get("metadata")))));
        invoices.put("in_" + number, invoice);
        return isPaid ? pay("in_" + number) : failed(invoice, subscription);
    }

    private static Map<String, Object> failed(Map<String, Object> invoice, Map<String, Object> subscription) {
        invoice.put("status", "open");
        invoice.put("amount_paid", 0L);
        subscription.put("status", "past_due");
        return invoice;
    }

    /** The money of a month is taken, at the first try or a later one. */
    Map<String, Object> pay(String invoiceId) {
        var invoice = known(invoices, invoiceId);
        known(running, subscriptionOf(invoice)).put("status", "active");
        invoice.put("status", "paid");
        invoice.put("amount_paid", requireNonNull(invoice.get("amount_due")));
        invoice.put(
                "payments",
                Map.of(
                        "object",
                        "list",
                        "data",
                        List.of(Map.of("status", "paid", "payment", Map.of("payment_intent", intent(invoiceId))))));
        return invoice;
    }

    /** Nothing is charged any more. */
    Map<String, Object> end(String id) {
        var subscription = known(running, id);
        subscription.put("status", "canceled");
        return subscription;
    }

    /** The invoice a payment was for; null when for none. */
    @Nullable
    Map<String, Object> paidWith(String payment) {
        return invoices.values().stream()
                .filter(invoice -> "paid".equals(invoice.get("status")))
                .filter(invoice -> payment.equals(intent(String.valueOf(invoice.get("id")))))
                .findFirst()
                .orElse(null);
    }

    /** Those that are charged each month, by their ids. */
    Map<String, Map<String, Object>> running() {
        return running.entrySet().stream()
                .filter(one -> !isOver(one.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }

    Map<String, Object> invoice(String id) {
        return known(invoices, id);
    }

    Reply call(String method, String[] steps, String query) {
        var subscription = steps.length == 2 ? running.get(steps[1]) : null;
        if (steps[0].equals("subscriptions")) {
            boolean isGone = subscription == null || (method.equals("DELETE") && isOver(subscription));
            if (isGone) return Ledger.error(404, "invalid_request_error", "No such subscription");
            return new Reply(200, Map.copyOf(method.equals("DELETE") ? end(steps[1]) : requireNonNull(subscription)));
        }
        if (steps.length == 1) return list(FakeStripe.parameters(query));
        var invoice = invoices.get(steps[1]);
        return invoice == null
                ? Ledger.error(404, "invalid_request_error", "No such invoice")
                : new Reply(200, shown(invoice, query.contains("payments")));
    }

    private Reply list(Map<String, String> asked) {
        var found = invoices.values().stream()
                .filter(invoice -> subscriptionOf(invoice).equals(asked.get("subscription")))
                .filter(invoice -> requireNonNull(invoice.get("status")).equals(asked.get("status")))
                .map(invoice -> shown(invoice, false))
                .toList();
        return new Reply(200, Map.of("object", "list", "has_more", false, "data", found));
    }

    /** Payments are only told to who asks for them. */
    static Map<String, Object> shown(Map<String, Object> invoice, boolean isWhole) {
        var shown = new LinkedHashMap<>(invoice);
        if (!isWhole) shown.remove("payments");
        return shown;
    }

    private static String subscriptionOf(Map<String, Object> invoice) {
        var parent = (Map<?, ?>) requireNonNull(invoice.get("parent"));
        var details = (Map<?, ?>) requireNonNull(parent.get("subscription_details"));
        return String.valueOf(details.get("subscription"));
    }

    private static String intent(String invoiceId) {
        return "pi_of_" + invoiceId;
    }

    private static boolean isOver(Map<String, Object> subscription) {
        return "canceled".equals(subscription.get("status"));
    }

    private static Map<String, Object> known(Map<String, Map<String, Object>> objects, String id) {
        var found = objects.get(id);
        if (found == null) throw new IllegalStateException("no " + id);
        return found;
    }
}
