package org.sistercities.gateway.limits;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts a body's bytes on their way to the service. A length announced too large is refused before the service hears of it;
 * a chunked body is cut off, with the service's connection, once it has grown too large. Spring's own RequestSize filter
 * believes Content-Length and lets chunked bodies pass.
 */
@Component
@EnableConfigurationProperties(LimitsProperties.class)
public final class BodyLimit implements GlobalFilter, Ordered {
    private static final String RECEIVED = BodyLimit.class.getName() + ".received";
    private final LimitsProperties limits;

    BodyLimit(LimitsProperties limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        long limit = limit(exchange);
        if (exchange.getRequest().getHeaders().getContentLength() > limit) return Mono.error(refuse(exchange, limit));
        return chain.filter(
                exchange.mutate().request(new Counted(exchange, limit)).build());
    }

    /** Whether all of the body has come; if not, whatever is late or missing is not the service's fault. */
    public static boolean isReceived(ServerWebExchange exchange) {
        return exchange.getAttribute(RECEIVED) != null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE; // before anything that might read the body
    }

    private long limit(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var own = route.getMetadata().get("body-limit");
        return (own == null ? limits.body() : DataSize.parse(own.toString())).toBytes();
    }

    private static BodyTooLarge refuse(ServerWebExchange exchange, long limit) {
        exchange.getResponse().getHeaders().setConnection("close"); // or we would have to read the rest of the body
        return new BodyTooLarge(limit);
    }

    /** A request whose body fails once it has more bytes than allowed. */
    private static final class Counted extends ServerHttpRequestDecorator {
        private final ServerWebExchange exchange;
        private final long limit;

        Counted(ServerWebExchange exchange, long limit) {
            super(exchange.getRequest());
            this.exchange = exchange;
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var seen = new AtomicLong();
            return super.getBody()
                    .onErrorMap(broken -> new BodyBroken()) // never to be mistaken for a failure of the service
                    .doOnComplete(() -> exchange.getAttributes().put(RECEIVED, true))
                    .handle((buffer, sink) -> {
                        if (seen.addAndGet(buffer.readableByteCount()) <= limit) {
                            sink.next(buffer);
                        } else {
                            DataBufferUtils.release(buffer);
                            sink.error(refuse(exchange, limit));
                        }
                    });
        }
    }
}
