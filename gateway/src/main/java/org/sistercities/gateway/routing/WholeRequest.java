package org.sistercities.gateway.routing;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request whose body has come; it lies on the heap, where nobody needs to release it. */
final class WholeRequest extends ServerHttpRequestDecorator {
    private static final byte[] NOTHING = {};
    private final byte[] body;

    private WholeRequest(ServerHttpRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Reads all of it; how large it may be has been seen to. */
    static Mono<ServerHttpRequest> of(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody())
                .map(WholeRequest::bytes)
                .defaultIfEmpty(NOTHING)
                .map(body -> new WholeRequest(request, body));
    }

    @Override
    public Flux<DataBuffer> getBody() {
        if (body.length == 0) return Flux.empty();
        return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
