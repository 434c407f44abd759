package org.sistercities.gateway.access;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the bytes of an answer's body. */
final class CountedResponse extends ServerHttpResponseDecorator {
    private final Visit visit;

    CountedResponse(ServerHttpResponse response, Visit visit) {
        super(response);
        this.visit = visit;
    }

    Visit visit() {
        return visit;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return super.writeWith(
                body instanceof Mono<? extends DataBuffer> one // which writes faster
                        ? one.doOnNext(this::count)
                        : Flux.from(body).doOnNext(this::count));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return super.writeAndFlushWith(
                Flux.from(body).map(part -> Flux.from(part).doOnNext(this::count)));
    }

    private void count(DataBuffer buffer) {
        visit.sent(buffer.readableByteCount());
    }
}
