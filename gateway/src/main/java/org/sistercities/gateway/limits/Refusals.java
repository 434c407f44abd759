package org.sistercities.gateway.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Set;

/** Says what is wrong where the server below Spring refuses a request it cannot even read, which it does without a word. */
final class Refusals extends ChannelOutboundHandlerAdapter {
    private static final Set<HttpResponseStatus> WITHOUT_A_WORD = Set.of(
            HttpResponseStatus.BAD_REQUEST,
            HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
            HttpResponseStatus.REQUEST_URI_TOO_LONG,
            HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var isEmpty = message instanceof FullHttpResponse answer
                && WITHOUT_A_WORD.contains(answer.status())
                && !answer.content().isReadable()
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
        var _ = context.write(isEmpty ? withProblem((FullHttpResponse) message) : message, promise);
    }

    private static FullHttpResponse withProblem(FullHttpResponse answer) {
        var problem = "{\"detail\":\"This is not the HTTP we speak.\",\"status\":%d,\"title\":\"%s\"}"
                .formatted(answer.status().code(), answer.status().reasonPhrase());
        var body = Unpooled.copiedBuffer(problem, UTF_8);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        return answer.replace(body);
    }
}
