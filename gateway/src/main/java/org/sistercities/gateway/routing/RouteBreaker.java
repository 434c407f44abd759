package org.sistercities.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Shuts a route whose service mostly fails, so that clients hear at once what they would hear after a time-out. Only missing
 * answers count: a service that says 503 knows why it does. Resilience4j's breaker alone, because Spring Cloud's comes with a
 * bulkhead of 25 for everybody.
 */
@Component
final class RouteBreaker implements GlobalFilter, Ordered {
    static final int ORDER = 0; // a request counts once, however often it was tried, and as soon as its answer begins
    private static final int TEN_SECONDS = 10;
    private final CircuitBreakerRegistry breakers;

    RouteBreaker(RoutingProperties properties, MeterRegistry metrics) {
        var routing = properties.routing();
        breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(TEN_SECONDS)
                .minimumNumberOfCalls(routing.breakAfter())
                .waitDurationInOpenState(routing.rest())
                .ignoreException(failure -> !(failure instanceof ServiceFailed))
                .recordException(ServiceFailed.class::isInstance)
                .writableStackTraceEnabled(false)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(metrics);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return chain.filter(exchange)
                .onErrorMap(failure -> judged(failure, exchange))
                .transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(route.getId())));
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    private static Throwable judged(Throwable failure, ServerWebExchange exchange) {
        if (Fault.isServices(failure, exchange)) return new ServiceFailed(failure);
        return Fault.isTimeout(failure) ? new BodyTooSlow() : failure;
    }

    /** What a breaker counts. */
    private static final class ServiceFailed extends RuntimeException {
        ServiceFailed(Throwable cause) {
            super(cause.getMessage(), cause, false, false);
        }
    }
}
