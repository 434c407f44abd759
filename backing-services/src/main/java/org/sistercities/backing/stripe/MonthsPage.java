package org.sistercities.backing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sistercities.backing.stripe.FakeStripe.Notice;

/** What is paid each month, with buttons that let a month pass: nobody has to wait for one. */
final class MonthsPage {
    private final FakeStripe stripe;
    private final Consumer<Notice> told;

    MonthsPage(FakeStripe stripe, Consumer<Notice> told) {
        this.stripe = stripe;
        this.told = told;
    }

    void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) decided(exchange);
        else CardPages.show(exchange, 200, page());
    }

    private void decided(HttpExchange exchange) throws IOException {
        var form = FakeStripe.parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var id = form.getOrDefault("subscription", "");
        if (stripe.runningSubscriptions().containsKey(id)) told.accept(news(form.getOrDefault("decision", ""), id));
        exchange.getResponseHeaders().set("Location", "/pay/");
        exchange.sendResponseHeaders(303, -1);
    }

    private Notice news(String decision, String id) {
        return switch (decision) {
            case "end" -> stripe.endSubscription(id);
            case "fail" -> stripe.failedMonth(id);
            default -> stripe.month(id);
        };
    }

    private String page() {
        var rows = stripe.runningSubscriptions().entrySet().stream()
                .map(one -> row(one.getKey(), one.getValue()))
                .collect(Collectors.joining());
        var none = rows.isEmpty() ? "<p>Nothing yet.</p>" : "";
        return CardPages.framed("<h1>Paid each month</h1>" + rows + none
                + "<p>This page stands in for the payment provider's. No money moves.</p>");
    }

    private static String row(String id, Map<String, Object> one) {
        return """
            <form method="post"><p>%s, %s, %s</p><input type="hidden" name="subscription" value="%s">
            <button name="decision" value="pass">Let a month pass</button>
            <button name="decision" value="fail">Let one pass without money</button>
            <button name="decision" value="end">End it</button></form>""".formatted(
                        CardPages.escaped(String.valueOf(one.get("description"))),
                        CardPages.sum(one, "amount"),
                        CardPages.escaped(String.valueOf(one.get("status"))),
                        CardPages.escaped(id));
    }
}
