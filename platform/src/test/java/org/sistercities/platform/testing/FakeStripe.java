package org.sistercities.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of Stripe's HTTP API as we use, with its state: sessions, refunds, idempotency keys, and signed notices that a test delivers
 * when and as often as it likes. Its rules are those of Stripe's documentation; where it is stricter or more lenient, that is a fault.
 */
public final class FakeStripe implements AutoCloseable {
    public static final String SECRET_KEY = "sk_test_of_the_fake";
    public static final String WEBHOOK_SECRET = "whsec_of_the_fake";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Map<String, Map<String, Object>> sessions = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> refunds = new LinkedHashMap<>();
    private final Map<String, Kept> keys = new LinkedHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private int numbers;
    private int fault;
    private int lostAnswers;
    private String refundStatus = "succeeded";

    /** A notice as it is sent: its body and the header that signs it. */
    public record Notice(String body, String signature) {}

    private record Kept(Map<String, String> parameters, int status, Map<String, Object> body) {}

    private record Reply(int status, Map<String, Object> body) {}

    public FakeStripe() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1/", this::serve);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody pays what is asked; the notice of it. */
    public synchronized Notice pay(String sessionId) {
        var session = known(sessions, sessionId);
        return pay(sessionId, (Long) session.get("amount_total"), (String) session.get("currency"));
    }

    /** Somebody pays something else, which cannot be; but who knows. */
    public synchronized Notice pay(String sessionId, long amount, String currency) {
        var session = known(sessions, sessionId);
        if (!"open".equals(session.get("status")))
            throw new IllegalStateException("session is " + session.get("status"));
        session.put("status", "complete");
        session.put("payment_status", "paid");
        session.put("payment_intent", "pi_" + ++numbers);
        session.put("amount_total", amount);
        session.put("currency", currency);
        session.remove("url");
        return notice("checkout.session.completed", session);
    }

    /** Its time runs out; the notice of it. */
    public synchronized Notice expire(String sessionId) {
        var session = known(sessions, sessionId);
        session.put("status", "expired");
        session.remove("url");
        return notice("checkout.session.expired", session);
    }

    /** What comes of refunds from now on: {@code succeeded}, {@code pending} or {@code failed}. */
    public synchronized void answerRefunds(String status) {
        refundStatus = status;
    }

    /** A refund that was pending is carried out, or fails; the notice of it. */
    public synchronized Notice finishRefund(String refundId, String status) {
        var refund = known(refunds, refundId);
        refund.put("status", status);
        if (status.equals("failed")) refund.put("failure_reason", "lost_or_stolen_card");
        return notice("refund.updated", refund);
    }

    /** Answers with faults from now on, or no more. */
    public synchronized void away(boolean gone) {
        fault(gone ? 500 : 0);
    }

    /** Answers with this status from now on; 0 to do what it is asked again. */
    public synchronized void fault(int status) {
        fault = status;
    }

    /** So many calls are carried out, but their answers never arrive. */
    public synchronized void loseAnswers(int count) {
        lostAnswers = count;
    }

    /** Sessions for a reference of ours, the oldest first. */
    public synchronized List<String> sessionsOf(String referencePrefix) {
        return sessions.entrySet().stream()
                .filter(session -> String.valueOf(session.getValue().get("client_reference_id"))
                        .startsWith(referencePrefix))
                .map(Map.Entry::getKey)
                .toList();
    }

    public synchronized String status(String sessionId) {
        return String.valueOf(known(sessions, sessionId).get("status"));
    }

    /** Refunds of what was paid in a session. */
    public synchronized List<String> refundsOf(String sessionId) {
        var payment = known(sessions, sessionId).get("payment_intent");
        return refunds.entrySet().stream()
                .filter(refund -> refund.getValue().get("payment_intent").equals(payment))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All calls so far, such as {@code POST /v1/refunds}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** A notice of how something stands now, under an id of its own. */
    private Notice notice(String type, Map<String, Object> object) {
        var event = new LinkedHashMap<String, Object>();
        event.put("id", "evt_" + ++numbers + "_" + System.nanoTime());
        event.put("object", "event");
        event.put("api_version", "2099-01-01.of-the-fake");
        event.put("type", type);
        event.put("data", Map.of("object", new LinkedHashMap<>(object)));
        return signed(JSON.writeValueAsString(event), Instant.now());
    }

    /** Signs a body as Stripe does. */
    public static Notice signed(String body, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(UTF_8), "HmacSHA256"));
            var code = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return new Notice(
                    body, "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        calls.add(exchange.getRequestMethod() + " " + path);
        var parameters = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        boolean known =
                ("Bearer " + SECRET_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var reply = known
                ? reply(exchange.getRequestMethod(), path, parameters, key)
                : error(401, "invalid_request_error", "Invalid API Key provided");
        var bytes = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized Reply reply(String method, String path, Map<String, String> parameters, String key) {
        if (fault != 0) return error(fault, "api_error", "Something is wrong on Stripe's end");
        var reply = method.equals("POST") && key != null ? once(key, parameters, path) : act(method, path, parameters);
        if (lostAnswers == 0) return reply;
        lostAnswers--;
        return error(502, "api_error", "Bad gateway");
    }

    private Reply once(String key, Map<String, String> parameters, String path) {
        var kept = keys.get(key);
        if (kept != null && !kept.parameters().equals(parameters))
            return error(
                    400, "idempotency_error", "Keys for idempotent requests can only be used with the same parameters");
        if (kept != null) return new Reply(kept.status(), kept.body());
        var reply = act("POST", path, parameters);
        if (reply.status() < 400)
            keys.put(key, new Kept(parameters, reply.status(), new LinkedHashMap<>(reply.body())));
        return reply;
    }

    private Reply act(String method, String path, Map<String, String> parameters) {
        var steps = path.substring("/v1/".length()).split("/");
        if (path.equals("/v1/checkout/sessions") && method.equals("POST")) return open(parameters);
        if (path.startsWith("/v1/checkout/sessions/")) {
            var session = sessions.get(steps[2]);
            if (session == null) return error(404, "invalid_request_error", "No such checkout.session");
            if (steps.length == 3) return new Reply(200, copy(session));
            if (!"open".equals(session.get("status")))
                return error(
                        400,
                        "invalid_request_error",
                        "Only Checkout Sessions with a status in [\"open\"] can be expired");
            expire(steps[2]);
            return new Reply(200, copy(session));
        }
        if (path.equals("/v1/refunds")) return refund(parameters);
        var refund = path.startsWith("/v1/refunds/") ? refunds.get(steps[1]) : null;
        return refund == null ? error(404, "invalid_request_error", "No such object") : new Reply(200, copy(refund));
    }

    private Reply open(Map<String, String> parameters) {
        long until =
                Long.parseLong(parameters.get("expires_at")) - Instant.now().getEpochSecond();
        if (until < 1_790 || until > 86_410)
            return error(
                    400, "invalid_request_error", "The `expires_at` timestamp must be 30 minutes to 24 hours ahead");
        var session = new LinkedHashMap<String, Object>();
        var id = "cs_test_" + ++numbers;
        session.put("id", id);
        session.put("object", "checkout.session");
        session.put("client_reference_id", parameters.get("client_reference_id"));
        session.put("status", "open");
        session.put("payment_status", "unpaid");
        session.put("url", url() + "/pay/" + id);
        session.put(
                "amount_total",
                Long.parseLong(parameters.get("line_items[0][price_data][unit_amount]"))
                        * Long.parseLong(parameters.get("line_items[0][quantity]")));
        session.put("currency", parameters.get("line_items[0][price_data][currency]"));
        sessions.put(id, session);
        return new Reply(200, copy(session));
    }

    private Reply refund(Map<String, String> parameters) {
        var payment = parameters.get("payment_intent");
        var paid = sessions.values().stream()
                .filter(session -> payment.equals(session.get("payment_intent")))
                .findFirst();
        if (paid.isEmpty()) return error(404, "invalid_request_error", "No such payment_intent");
        long refunded = refunds.values().stream()
                .filter(refund ->
                        payment.equals(refund.get("payment_intent")) && !"failed".equals(refund.get("status")))
                .mapToLong(refund -> (Long) refund.get("amount"))
                .sum();
        long amount = Long.parseLong(parameters.get("amount"));
        if (refunded + amount > (Long) paid.get().get("amount_total"))
            return error(400, "invalid_request_error", "Charge has already been refunded.");
        var refund = new LinkedHashMap<String, Object>();
        refund.put("id", "re_" + ++numbers);
        refund.put("object", "refund");
        refund.put("payment_intent", payment);
        refund.put("amount", amount);
        refund.put("metadata", Map.of("reference", String.valueOf(parameters.get("metadata[reference]"))));
        refund.put("currency", paid.get().get("currency"));
        refund.put("status", refundStatus);
        if (refundStatus.equals("failed")) refund.put("failure_reason", "insufficient_funds");
        refunds.put((String) refund.get("id"), refund);
        return new Reply(200, copy(refund));
    }

    private static Map<String, Object> copy(Map<String, Object> object) {
        return new LinkedHashMap<>(object);
    }

    private static <V> V known(Map<String, V> objects, String id) {
        var found = objects.get(id);
        if (found == null) throw new IllegalStateException("no " + id);
        return found;
    }

    private static Reply error(int status, String type, String message) {
        return new Reply(status, Map.of("error", Map.of("type", type, "message", message)));
    }

    private static Map<String, String> parameters(String form) {
        var parameters = new TreeMap<String, String>();
        for (var pair : form.split("&")) {
            int is = pair.indexOf('=');
            if (is > 0)
                parameters.put(
                        URLDecoder.decode(pair.substring(0, is), UTF_8),
                        URLDecoder.decode(pair.substring(is + 1), UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
