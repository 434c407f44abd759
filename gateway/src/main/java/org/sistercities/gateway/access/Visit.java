package org.sistercities.gateway.access;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.observability.RequestTrace;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;

/** One request while it is answered: what the line about it will say. */
final class Visit {
    private final long began = System.nanoTime();
    private final LongAdder bytes = new LongAdder();
    private volatile @Nullable ServerWebExchange exchange;

    void is(ServerWebExchange its) {
        this.exchange = its;
    }

    void sent(int more) {
        bytes.add(more);
    }

    long bytes() {
        return bytes.sum();
    }

    long nanos() {
        return System.nanoTime() - began;
    }

    /** The route that was taken; {@code none} when the gateway answered by itself. */
    String route() {
        return attribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, Route.class)
                .map(Route::getId)
                .orElse("none");
    }

    Optional<String> traceId() {
        return Optional.ofNullable(exchange).flatMap(RequestTrace::id);
    }

    private <T> Optional<T> attribute(String name, Class<T> type) {
        return Optional.ofNullable(exchange)
                .map(known -> known.getAttribute(name))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
