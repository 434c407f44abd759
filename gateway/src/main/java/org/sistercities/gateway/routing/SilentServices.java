package org.sistercities.gateway.routing;

import java.time.Duration;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends an answer in whose middle its service falls silent: the response time-out ends when the answer begins, and whoever waits for
 * the rest would wait for ever. The client sees its connection close. Routes without a response time-out are streams and may be
 * silent.
 */
@Component
final class SilentServices implements GlobalFilter, Ordered {
    private final Duration silence;

    SilentServices(RoutingProperties properties) {
        this.silence = properties.routing().silence();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (isStream(route)) return chain.filter(exchange);
        return chain.filter(exchange.mutate()
                .response(new Bounded(exchange.getResponse(), silence))
                .build());
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1; // which copies what the service sends
    }

    private static boolean isStream(Route route) {
        var timeout = route.getMetadata().get(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR);
        return timeout != null && Long.parseLong(timeout.toString()) < 0;
    }

    private static final class Bounded extends ServerHttpResponseDecorator {
        private final Duration silence;

        Bounded(ServerHttpResponse response, Duration silence) {
            super(response);
            this.silence = silence;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(Flux.from(body).timeout(silence));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return super.writeAndFlushWith(Flux.from(body).timeout(silence));
        }
    }
}
