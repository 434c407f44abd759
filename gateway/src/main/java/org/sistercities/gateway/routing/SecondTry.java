package org.sistercities.gateway.routing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import java.net.ConnectException;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Asks once more, another instance if there is one, when a request that changes nothing got no connection or was answered 502,
 * 503 or 504. Not after a time-out: the client has waited long enough. Spring's own Retry is not used, because on every route
 * that has it each body, of whatever method, is first read into memory.
 */
@Component
final class SecondTry implements GlobalFilter, Ordered {
    private static final Set<Integer> WORTH_IT = Set.of(502, 503, 504);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var first = chain.filter(exchange);
        if (!changesNothing(exchange)) return first;
        return first.onErrorResume(ConnectException.class, failure -> again(exchange, chain))
                .then(Mono.defer(() -> isWorthIt(exchange) ? again(exchange, chain) : Mono.empty()));
    }

    @Override
    public int getOrder() {
        return RouteBreaker.ORDER + 1;
    }

    private static boolean changesNothing(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.getMethod())
                && request.getHeaders().getContentLength() <= 0
                && !request.getHeaders().containsHeader("Transfer-Encoding");
    }

    private static boolean isWorthIt(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        return status != null
                && WORTH_IT.contains(status.value())
                && exchange.getAttributes().putIfAbsent(SecondTry.class.getName(), true) == null;
    }

    private static Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain) {
        exchange.getAttributes().put(SecondTry.class.getName(), true);
        if (exchange.getAttributes().remove(CLIENT_RESPONSE_CONN_ATTR) instanceof Connection answered)
            answered.dispose();
        ServerWebExchangeUtils.reset(exchange);
        return chain.filter(exchange);
    }
}
