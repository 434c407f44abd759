package org.sistercities.gateway.routing;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.pool.Pool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/**
 * Bounds the requests, and so the connections, a service gets at a time; a slow one takes no more of the gateway than that. Where a
 * route has a line, as many as it says wait in it for a place, and the time a service has to answer begins when it gets the request:
 * whoever is turned away has asked nobody for anything. A pool of connections of fixed size would bound them, too, but let long event
 * streams take the places of short requests.
 */
@Component
final class Places implements GlobalFilter, Ordered {
    private static final String CONCURRENT = "concurrent";

    /** A request takes a connection here and one at the service: of what the process may open, a fifth is left for all else. */
    private static final int MOST = (int) Math.min(Integer.MAX_VALUE, descriptors() / 5 * 2);

    private final Map<String, Pool<Boolean>> pools = new ConcurrentHashMap<>();
    private final int usual;
    private final Duration patience;

    Places(RoutingProperties properties) {
        this.usual = properties.routing().concurrent();
        this.patience = properties.routing().patience();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        int line = number(route, "line", 0);
        return line == 0 ? served(route, line, exchange, chain) : inLine(route, line, exchange, chain);
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1; // until the answer is written
    }

    /** A client that sends slowly keeps nobody waiting but itself. */
    private Mono<Void> inLine(Route route, int line, ServerWebExchange exchange, GatewayFilterChain chain) {
        return WholeRequest.of(exchange.getRequest())
                .map(request -> exchange.mutate().request(request).build())
                .flatMap(whole -> served(route, line, whole, chain));
    }

    private Mono<Void> served(Route route, int line, ServerWebExchange exchange, GatewayFilterChain chain) {
        var name = route.getMetadata().get(CONCURRENT) == null ? route.getUri().toString() : route.getId();
        var place = pools.computeIfAbsent(name, _ -> pool(Math.min(number(route, CONCURRENT, usual), MOST), line))
                .acquire(patience)
                .onErrorMap(_ -> new NoPlaceLeft(name));
        return Mono.usingWhen(place, _ -> chain.filter(exchange), PooledRef::release);
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private static Pool<Boolean> pool(int places, int line) {
        return PoolBuilder.from(Mono.just(true))
                .sizeBetween(0, places)
                .maxPendingAcquire(line)
                .buildPool();
    }

    private static int number(Route route, String name, int otherwise) {
        @Nullable Object own = route.getMetadata().get(name);
        return own == null ? otherwise : Integer.parseInt(own.toString());
    }

    /** As many requests as the service gets are under way, and as many as may wait do so, or have waited long enough. */
    static final class NoPlaceLeft extends RuntimeException {
        NoPlaceLeft(String service) {
            super(service, null, false, false);
        }
    }
}
