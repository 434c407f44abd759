package org.sistercities.backing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sistercities.backing.stripe.FakeStripe.Notice;

/** Where people pay without a card: what for, how much, and two buttons. Where nothing is asked for, {@link MonthsPage}. */
final class CardPages implements HttpHandler {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final FakeStripe stripe;
    private final Consumer<Notice> told;

    CardPages(FakeStripe stripe, Consumer<Notice> told) {
        this.stripe = stripe;
        this.told = told;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var id = exchange.getRequestURI().getPath().substring("/pay/".length());
            if (id.isEmpty()) new MonthsPage(stripe, told).answer(exchange);
            else answer(exchange, id);
        }
    }

    private void answer(HttpExchange exchange, String id) throws IOException {
        try {
            var session = stripe.session(id);
            if (exchange.getRequestMethod().equals("POST")) decided(exchange, id, session);
            else show(exchange, 200, page(session));
        } catch (IllegalStateException e) {
            show(exchange, 404, framed("<h1>There is nothing to pay here</h1>"));
        }
    }

    private void decided(HttpExchange exchange, String id, Map<String, Object> session) throws IOException {
        var form = FakeStripe.parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        boolean pays = "pay".equals(form.get("decision"));
        if (pays && isOpen(session)) {
            told.accept(stripe.pay(id));
            if (Ledger.isMonthly(session)) told.accept(stripe.firstInvoice(id));
        }
        exchange.getResponseHeaders().set("Location", String.valueOf(session.get(pays ? "success_url" : "cancel_url")));
        exchange.sendResponseHeaders(303, -1);
    }

    private static boolean isOpen(Map<String, Object> session) {
        return "open".equals(session.get("status"));
    }

    private static String page(Map<String, Object> session) {
        if (!isOpen(session)) return framed("<h1>This is paid, or can be paid no more</h1>");
        return framed("""
            <h1>%s</h1><p class="sum">%s</p>
            <form method="post"><button name="decision" value="pay">Pay</button>
            <button name="decision" value="give-up">Do not pay</button></form>
            <p>This page stands in for the payment provider's. It asks for no card, and no money moves.</p>""".formatted(
                        escaped(String.valueOf(session.get("description"))),
                        sum(session, "amount_total") + (Ledger.isMonthly(session) ? " each month" : "")));
    }

    static String sum(Map<String, Object> session, String property) {
        var currency =
                Currency.getInstance(String.valueOf(session.get("currency")).toUpperCase(Locale.ROOT));
        var decimals = Math.max(0, currency.getDefaultFractionDigits());
        return BigDecimal.valueOf(Ledger.amount(session, property), decimals) + " " + currency;
    }

    static void show(HttpExchange exchange, int status, String page) throws IOException {
        var bytes = page.getBytes(UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=UTF-8");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static String framed(String body) {
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>Pay</title>
            <meta name="viewport" content="width=device-width"><style>
            body{font:18px/1.5 system-ui,sans-serif;max-width:30em;margin:4em auto;padding:0 1em;color:#1a1a2e;background:#fff}
            .sum{font-size:2em} button{font:inherit;padding:.6em 1.4em;margin-right:1em}
            </style></head><body>%s</body></html>""".formatted(body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
