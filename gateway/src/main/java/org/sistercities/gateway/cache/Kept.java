package org.sistercities.gateway.cache;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClientResponse;

/** Reads from a service's answer, whose head has come, whether anybody may have it, and what of it is kept. */
final class Kept {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "set-cookie",
            "content-length",
            "age");

    private Kept() {}

    static boolean mayBeKept(ServerWebExchange exchange, long largest) {
        var headers = fromService(exchange);
        return exchange.getResponse().getStatusCode() == HttpStatus.OK
                && headers.getContentLength() > 0 // of known length: what streams is not for keeping
                && headers.getContentLength() <= largest
                && !headers.getVary().contains("*")
                && !setsCookie(exchange)
                && isWorthIt(headers);
    }

    static Answer answer(ServerWebExchange exchange, byte[] body, long now, Duration longest) {
        var headers = new HttpHeaders();
        fromService(exchange).forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) headers.put(name, values);
        });
        return new Answer(headers, body, now, longest);
    }

    /** Not the headers that the gateway has added for this client only. */
    static HttpHeaders fromService(ServerWebExchange exchange) {
        Collection<String> names = exchange.getAttributeOrDefault(CLIENT_RESPONSE_HEADER_NAMES, List.of());
        var known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(names);
        var headers = new HttpHeaders();
        exchange.getResponse().getHeaders().forEach((name, values) -> {
            if (known.contains(name)) headers.put(name, values);
        });
        return headers;
    }

    /** Either it holds for a while, or one can ask whether it still holds. */
    private static boolean isWorthIt(HttpHeaders headers) {
        var directives = Directives.of(headers);
        return directives.areForEverybody() && (directives.freshness().isPositive() || headers.getETag() != null);
    }

    /** Which is no longer to be seen in what goes to the client. */
    private static boolean setsCookie(ServerWebExchange exchange) {
        return !(exchange.getAttribute(CLIENT_RESPONSE_ATTR) instanceof HttpClientResponse answer)
                || answer.responseHeaders().contains(HttpHeaders.SET_COOKIE);
    }
}
