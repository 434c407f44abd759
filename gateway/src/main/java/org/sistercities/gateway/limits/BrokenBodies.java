package org.sistercities.gateway.limits;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;

/**
 * Hangs up on a client whose body turns out to be no HTTP. Reactor Netty 1.3.7 answers 400 by itself and lets the body end there;
 * if the service's connection is quick, the service gets what came so far as if it were all.
 */
final class BrokenBodies extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isBroken(message)) {
            ReferenceCountUtil.release(message);
            var _ = context.close();
        } else {
            context.fireChannelRead(message);
        }
    }

    /** A broken head is a request and a content at the same time; the server refuses it well. */
    private static boolean isBroken(Object message) {
        return message instanceof HttpContent content
                && !(message instanceof HttpRequest)
                && content.decoderResult().isFailure();
    }
}
