package org.sistercities.backing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.sistercities.backing.stripe.Ledger.Reply;

/**
 * As much of Stripe's HTTP API as we use, with its state, on the loopback interface. Tests deliver its notices when and as often as they
 * like and have it fail; in quickstart people pay on its {@link CardPages}, and it delivers its notices itself.
 */
public final class FakeStripe implements AutoCloseable {
    public static final String SECRET_KEY = "sk_test_of_the_fake";
    public static final String WEBHOOK_SECRET = "whsec_of_the_fake";

    private final HttpServer server;
    private final Keys secrets;
    private final Ledger ledger;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private int fault;
    private int lostAnswers;

    /** The key calls are made with, and the one notices are signed with. */
    public record Keys(String secret, String webhook) {}

    /** A notice as it is sent: its body and the header that signs it. */
    public record Notice(String body, String signature) {}

    /** One for a test: of its own, on any free port. */
    public FakeStripe() {
        this(0, new Keys(SECRET_KEY, WEBHOOK_SECRET), null);
    }

    private FakeStripe(int port, Keys secrets, @Nullable Path file) {
        this.secrets = secrets;
        this.ledger = new Ledger(file);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1/", this::serve);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One for people, who pay on its pages.
     *
     * @param file where it keeps what was paid, for its next start
     * @param told is given each notice, in a thread that may wait
     */
    public static FakeStripe withPages(int port, Keys secrets, Path file, Consumer<Notice> told) {
        var stripe = new FakeStripe(port, secrets, file);
        stripe.server.createContext("/pay/", new CardPages(stripe, told));
        return stripe;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody pays what is asked; the notice of it. */
    public synchronized Notice pay(String sessionId) {
        var session = ledger.session(sessionId);
        return pay(sessionId, Ledger.amount(session, "amount_total"), String.valueOf(session.get("currency")));
    }

    /** Somebody pays something else, which cannot be; but who knows. */
    public synchronized Notice pay(String sessionId, long amount, String currency) {
        return notice("checkout.session.completed", ledger.pay(sessionId, amount, currency));
    }

    /** Its time runs out; the notice of it. */
    public synchronized Notice expire(String sessionId) {
        return notice("checkout.session.expired", ledger.expire(sessionId));
    }

    /** A month passes: the next one is paid; the notice of it. */
    public synchronized Notice month(String subscriptionId) {
        return invoice(ledger.month(subscriptionId, true));
    }

    /** A month passes, and the card is refused; the notice of it. */
    public synchronized Notice failedMonth(String subscriptionId) {
        return notice("invoice.payment_failed", ledger.month(subscriptionId, false));
    }

    /** A month that could not be charged is paid at a later try; the notice of it. */
    public synchronized Notice payInvoice(String invoiceId) {
        return invoice(ledger.payInvoice(invoiceId));
    }

    /** The notice of the invoice that was paid on a page. */
    public synchronized Notice firstInvoice(String sessionId) {
        var id = String.valueOf(ledger.session(sessionId).get("invoice"));
        return invoice(ledger.subscriptions().invoice(id));
    }

    /** It ends by itself, or by a click at Stripe's; the notice of it. */
    public synchronized Notice endSubscription(String subscriptionId) {
        return notice("customer.subscription.deleted", ledger.endSubscription(subscriptionId));
    }

    /** What was agreed on a page. */
    public synchronized String subscriptionOf(String sessionId) {
        return String.valueOf(ledger.session(sessionId).get("subscription"));
    }

    /** What is charged each month, by ids. */
    public synchronized Map<String, Map<String, Object>> runningSubscriptions() {
        return ledger.subscriptions().running();
    }

    private Notice invoice(Map<String, Object> invoice) {
        return notice("invoice.paid", Subscriptions.shown(invoice, false));
    }

    /** What comes of refunds from now on: {@code succeeded}, {@code pending} or {@code failed}. */
    public synchronized void answerRefunds(String status) {
        ledger.answerRefunds(status);
    }

    /** A refund that was pending is carried out, or fails; the notice of it. */
    public synchronized Notice finishRefund(String refundId, String status) {
        return notice("refund.updated", ledger.finish(refundId, status));
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
        return ledger.sessionsOf(referencePrefix);
    }

    public synchronized String status(String sessionId) {
        return String.valueOf(ledger.session(sessionId).get("status"));
    }

    /** Refunds of what was paid in a session. */
    public synchronized List<String> refundsOf(String sessionId) {
        return ledger.refundsOf(sessionId);
    }

    /** All calls so far, such as {@code POST /v1/refunds}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** A session as it stands, for a page. */
    synchronized Map<String, Object> session(String id) {
        return Map.copyOf(ledger.session(id));
    }

    /** A notice of how something stands now, under an id of its own. */
    private Notice notice(String type, Map<String, Object> object) {
        var event = new LinkedHashMap<String, Object>();
        event.put("id", "evt_" + ledger.number() + "_" + System.nanoTime());
        event.put("object", "event");
        event.put("api_version", "2099-01-01.of-the-fake");
        event.put("type", type);
        event.put("data", Map.of("object", new LinkedHashMap<>(object)));
        return signed(secrets.webhook(), Ledger.JSON.writeValueAsString(event), Instant.now());
    }

    /** Signs a body as Stripe does, for a test. */
    public static Notice signed(String body, Instant at) {
        return signed(WEBHOOK_SECRET, body, at);
    }

    private static Notice signed(String secret, String body, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
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
        boolean known = ("Bearer " + secrets.secret())
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var reply = known
                ? reply(exchange, path, parameters, key)
                : Ledger.error(401, "invalid_request_error", "Invalid API Key provided");
        var bytes = Ledger.JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized Reply reply(
            HttpExchange exchange, String path, Map<String, String> parameters, @Nullable String key) {
        if (fault != 0) return Ledger.error(fault, "api_error", "Something is wrong on Stripe's end");
        var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        var reply = ledger.call(exchange.getRequestMethod(), path, query, parameters, key, url() + "/pay/");
        if (lostAnswers == 0) return reply;
        lostAnswers--;
        return Ledger.error(502, "api_error", "Bad gateway");
    }

    static Map<String, String> parameters(String form) {
        var parameters = new TreeMap<String, String>();
        for (var pair : form.split("&", -1)) {
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
