package org.sistercities.gateway.cache;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.sistercities.gateway.cache.Reply.How;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The answer of a service on its way to the client that asked first: kept when it may be, before this client reads it. */
final class KeepingResponse extends ServerHttpResponseDecorator {
    private final ServerWebExchange client;
    private final @Nullable Answer stale;
    private final Answers answers;
    private final Reply reply;
    private final CacheProperties properties;
    private final Runnable decided;

    /**
     * Between a service and a client.
     *
     * @param client the request as it came
     * @param stale what the service was asked to confirm
     * @param decided called as soon as it is known whether others are served by this, too
     */
    KeepingResponse(
            ServerWebExchange client,
            @Nullable Answer stale,
            Answers answers,
            Reply reply,
            CacheProperties properties,
            Runnable decided) {
        super(client.getResponse());
        this.client = client;
        this.stale = stale;
        this.answers = answers;
        this.reply = reply;
        this.properties = properties;
        this.decided = decided;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        if (stale != null && getStatusCode() == HttpStatus.NOT_MODIFIED)
            return Flux.from(body).doOnNext(DataBufferUtils::release).then(Mono.defer(() -> confirmed(stale)));
        if (Kept.mayBeKept(client, properties.largest().toBytes()))
            return DataBufferUtils.join(body).flatMap(this::keep);
        if (getStatusCode() == HttpStatus.OK) answers.notForKeeping(client.getRequest());
        decided.run();
        return super.writeWith(body);
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        answers.notForKeeping(client.getRequest());
        decided.run();
        return super.writeAndFlushWith(body);
    }

    private Mono<Void> confirmed(Answer before) {
        var headers = Kept.fromService(client);
        headers.forEach((name, values) -> getHeaders().remove(name));
        var now = before.confirmed(headers, answers.now(), properties.longest());
        answers.put(client.getRequest(), now);
        decided.run();
        return reply.give(client, now, How.REVALIDATED);
    }

    private Mono<Void> keep(DataBuffer whole) {
        var bytes = new byte[whole.readableByteCount()];
        whole.read(bytes);
        DataBufferUtils.release(whole);
        var answer = Kept.answer(client, bytes, answers.now(), properties.longest());
        answers.put(client.getRequest(), answer);
        decided.run();
        Kept.fromService(client).forEach((name, values) -> getHeaders().remove(name));
        return reply.give(client, answer, How.STORED);
    }
}
