package org.sistercities.backing.stripe;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions, refunds and idempotency keys. Its rules are those of Stripe's documentation; where it is stricter or more lenient, that is a
 * fault. Not safe for several threads.
 */
final class Ledger {
    static final JsonMapper JSON = new JsonMapper();

    private final @Nullable Path file;
    private final Books books;
    private final Subscriptions subscriptions;
    private String refundStatus = "succeeded";

    /** What is kept. */
    private record Books(
            Map<String, Map<String, Object>> sessions,
            Map<String, Map<String, Object>> refunds,
            @Nullable Map<String, Map<String, Object>> subscriptions,
            @Nullable Map<String, Map<String, Object>> invoices,
            Map<String, Kept> keys,
            Map<String, Long> numbers) {
        Books {
            if (subscriptions == null) subscriptions = new LinkedHashMap<>(); // in files of before there were any
            if (invoices == null) invoices = new LinkedHashMap<>();
        }

        Books() {
            this(
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    null,
                    null,
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>());
        }
    }

    private record Kept(Map<String, String> parameters, Reply reply) {}

    /** What a call is answered. */
    record Reply(int status, Map<String, Object> body) {}

    /** Goes on with what the file holds; null keeps nothing. */
    Ledger(@Nullable Path file) {
        this.file = file;
        this.books = file != null && Files.exists(file) ? JSON.readValue(file.toFile(), Books.class) : new Books();
        this.subscriptions = new Subscriptions(requireNonNull(books.subscriptions()), requireNonNull(books.invoices()));
    }

    /** Carries a call out; one with a key once. */
    Reply call(
            String method,
            String path,
            String query,
            Map<String, String> parameters,
            @Nullable String key,
            String payAt) {
        if (path.startsWith("/v1/subscriptions/") || path.startsWith("/v1/invoices"))
            return monthly(method, path, query);
        if (!method.equals("POST") || key == null) return act(method, path, parameters, payAt);
        var kept = books.keys().get(key);
        if (kept != null && !kept.parameters().equals(parameters))
            return error(
                    400, "idempotency_error", "Keys for idempotent requests can only be used with the same parameters");
        if (kept != null) return kept.reply();
        var reply = act(method, path, parameters, payAt);
        if (reply.status() < 400) books.keys().put(key, new Kept(parameters, reply));
        save();
        return reply;
    }

    /** Somebody pays. */
    Map<String, Object> pay(String sessionId, long amount, String currency) {
        var session = session(sessionId);
        if (!"open".equals(session.get("status")))
            throw new IllegalStateException("session is " + session.get("status"));
        session.put("status", "complete");
        session.put("payment_status", "paid");
        session.put("amount_total", amount);
        session.put("currency", currency);
        if (isMonthly(session)) subscriptions.begin(session, number());
        else session.put("payment_intent", "pi_" + number());
        session.remove("url");
        save();
        return session;
    }

    /** A session can be paid no more. */
    Map<String, Object> expire(String sessionId) {
        var session = session(sessionId);
        session.put("status", "expired");
        session.remove("url");
        save();
        return session;
    }

    /** A refund that was pending is carried out, or fails. */
    Map<String, Object> finish(String refundId, String status) {
        var refund = known(books.refunds(), refundId);
        refund.put("status", status);
        if (status.equals("failed")) refund.put("failure_reason", "lost_or_stolen_card");
        save();
        return refund;
    }

    /** A month of a subscription is over, and another is paid or cannot be charged; its invoice. */
    Map<String, Object> month(String subscriptionId, boolean isPaid) {
        var invoice = subscriptions.month(subscriptionId, isPaid, number());
        save();
        return invoice;
    }

    /** What could not be charged is paid after all. */
    Map<String, Object> payInvoice(String invoiceId) {
        var invoice = subscriptions.pay(invoiceId);
        save();
        return invoice;
    }

    Map<String, Object> endSubscription(String id) {
        var subscription = subscriptions.end(id);
        save();
        return subscription;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    private Reply monthly(String method, String path, String query) {
        var reply = subscriptions.call(method, path.substring("/v1/".length()).split("/"), query);
        save();
        return reply;
    }

    static boolean isMonthly(Map<String, Object> session) {
        return "subscription".equals(session.get("mode"));
    }

    Map<String, Object> session(String id) {
        return known(books.sessions(), id);
    }

    List<String> sessionsOf(String referencePrefix) {
        return books.sessions().entrySet().stream()
                .filter(session -> String.valueOf(session.getValue().get("client_reference_id"))
                        .startsWith(referencePrefix))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> refundsOf(String sessionId) {
        var payment = session(sessionId).get("payment_intent");
        return books.refunds().entrySet().stream()
                .filter(refund ->
                        requireNonNull(refund.getValue().get("payment_intent")).equals(payment))
                .map(Map.Entry::getKey)
                .toList();
    }

    long number() {
        return books.numbers().merge("last", 1L, Long::sum);
    }

    static Reply error(int status, String type, String message) {
        return new Reply(status, Map.of("error", Map.of("type", type, "message", message)));
    }

    private Reply act(String method, String path, Map<String, String> parameters, String payAt) {
        var steps = path.substring("/v1/".length()).split("/");
        if (path.equals("/v1/checkout/sessions") && method.equals("POST")) return open(parameters, payAt);
        if (path.startsWith("/v1/checkout/sessions/")) return ofSession(steps);
        if (path.equals("/v1/refunds")) return refund(parameters);
        var refund = path.startsWith("/v1/refunds/") ? books.refunds().get(steps[1]) : null;
        return refund == null ? error(404, "invalid_request_error", "No such object") : found(refund);
    }

    private Reply ofSession(String[] steps) {
        var session = books.sessions().get(steps[2]);
        if (session == null) return error(404, "invalid_request_error", "No such checkout.session");
        if (steps.length == 3) return found(session);
        if (!"open".equals(session.get("status")))
            return error(
                    400, "invalid_request_error", "Only Checkout Sessions with a status in [\"open\"] can be expired");
        return found(expire(steps[2]));
    }

    private Reply open(Map<String, String> parameters, String payAt) {
        long until =
                Long.parseLong(given(parameters, "expires_at")) - Instant.now().getEpochSecond();
        if (until < 1_790 || until > 86_410)
            return error(
                    400, "invalid_request_error", "The `expires_at` timestamp must be 30 minutes to 24 hours ahead");
        var item = "line_items[0][price_data]";
        var session = new LinkedHashMap<String, Object>();
        var id = "cs_test_" + number();
        session.put("id", id);
        session.put("object", "checkout.session");
        session.put("client_reference_id", given(parameters, "client_reference_id"));
        session.put("status", "open");
        session.put("payment_status", "unpaid");
        session.put("url", payAt + id);
        session.put("success_url", given(parameters, "success_url"));
        session.put("cancel_url", given(parameters, "cancel_url"));
        session.put("description", given(parameters, item + "[product_data][name]"));
        session.put(
                "amount_total",
                Long.parseLong(given(parameters, item + "[unit_amount]"))
                        * Long.parseLong(given(parameters, "line_items[0][quantity]")));
        session.put("currency", given(parameters, item + "[currency]"));
        session.put("mode", given(parameters, "mode"));
        if (isMonthly(session)) {
            if (!"month".equals(parameters.get(item + "[recurring][interval]")))
                return error(400, "invalid_request_error", "You must provide at least one recurring price");
            session.put(
                    "subscription_metadata",
                    Map.of("reference", String.valueOf(parameters.get("subscription_data[metadata][reference]"))));
        }
        books.sessions().put(id, session);
        return found(session);
    }

    private Reply refund(Map<String, String> parameters) {
        var payment = given(parameters, "payment_intent");
        var paid = paidWith(payment);
        if (paid.isEmpty()) return error(404, "invalid_request_error", "No such payment_intent");
        long refunded = books.refunds().values().stream()
                .filter(refund ->
                        payment.equals(refund.get("payment_intent")) && !"failed".equals(refund.get("status")))
                .mapToLong(refund -> amount(refund, "amount"))
                .sum();
        long amount = Long.parseLong(given(parameters, "amount"));
        if (refunded + amount
                > amount(paid.get(), paid.get().containsKey("amount_paid") ? "amount_paid" : "amount_total"))
            return error(400, "invalid_request_error", "Charge has already been refunded.");
        var refund = new LinkedHashMap<String, Object>();
        var id = "re_" + number();
        refund.put("id", id);
        refund.put("object", "refund");
        refund.put("payment_intent", payment);
        refund.put("amount", amount);
        refund.put("metadata", Map.of("reference", String.valueOf(parameters.get("metadata[reference]"))));
        refund.put("currency", requireNonNull(paid.get().get("currency")));
        refund.put("status", refundStatus);
        if (refundStatus.equals("failed")) refund.put("failure_reason", "insufficient_funds");
        books.refunds().put(id, refund);
        return found(refund);
    }

    private Optional<Map<String, Object>> paidWith(String payment) {
        return Optional.ofNullable(subscriptions.paidWith(payment))
                .or(() -> books.sessions().values().stream()
                        .filter(session -> payment.equals(session.get("payment_intent")))
                        .findFirst());
    }

    /** What comes of refunds from now on. */
    void answerRefunds(String status) {
        refundStatus = status;
    }

    static long amount(Map<String, Object> object, String property) {
        return ((Number) requireNonNull(object.get(property))).longValue();
    }

    private static Reply found(Map<String, Object> object) {
        return new Reply(200, new LinkedHashMap<>(object));
    }

    private static String given(Map<String, String> parameters, String name) {
        return requireNonNull(parameters.get(name), () -> "no " + name);
    }

    private static <V> V known(Map<String, V> objects, String id) {
        var found = objects.get(id);
        if (found == null) throw new IllegalStateException("no " + id);
        return found;
    }

    private void save() {
        if (file == null) return;
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.createDirectories(requireNonNull(file.getParent()));
            Files.write(fresh, JSON.writeValueAsBytes(books));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
