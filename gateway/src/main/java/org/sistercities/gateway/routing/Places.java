package org.sistercities.gateway.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Bounds the requests, and so the connections, a service gets at a time; a slow one takes no more of the gateway than that. A
 * pool of fixed size would do so too, but would let long event streams take the places of short requests.
 */
@Component
final class Places implements GlobalFilter, Ordered {
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final int usual;

    Places(RoutingProperties properties) {
        this.usual = properties.routing().concurrent();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var own = route.getMetadata().get("concurrent");
        var name = own == null ? route.getUri().toString() : route.getId();
        int limit = own == null ? usual : Integer.parseInt(own.toString());
        var places = taken.computeIfAbsent(name, key -> new AtomicInteger());
        return Mono.defer(() -> {
            if (places.incrementAndGet() <= limit)
                return chain.filter(exchange).doFinally(end -> places.decrementAndGet());
            places.decrementAndGet();
            return Mono.error(new NoPlaceLeft(name));
        });
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1; // until the answer is written
    }

    /** As many requests as the service gets are under way. */
    static final class NoPlaceLeft extends RuntimeException {
        NoPlaceLeft(String service) {
            super(service, null, false, false);
        }
    }
}
