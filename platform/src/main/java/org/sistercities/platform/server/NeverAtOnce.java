package org.sistercities.platform.server;

import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Lets no request be answered in the very moment it is read: it is handled as the event loop's next task. Reactor Netty 1.3.7
 * forgets to read on from a connection when a request that was queued behind the one before is answered at once
 * (reactor-netty#4361), as refusals are; the client's next request then waits for ever. To be removed with a version that has
 * the correction.
 */
final class NeverAtOnce implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var handled = chain.filter(exchange);
        var loop = eventLoop(exchange);
        return loop == null ? handled : handled.subscribeOn(Schedulers.fromExecutor(loop));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private static @Nullable EventLoop eventLoop(ServerWebExchange exchange) {
        if (!(exchange.getRequest() instanceof AbstractServerHttpRequest request)) return null;
        if (!(request.getNativeRequest() instanceof HttpServerRequest netty)) return null;
        var loop = new AtomicReference<EventLoop>();
        netty.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        return loop.get();
    }
}
