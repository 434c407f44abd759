package org.sistercities.gateway.limits;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on a client that keeps a connection waiting: for a request that comes a byte at a time, for one that never comes, or
 * for taking its answer. Netty's idle time-outs begin anew with each byte; these do not. A stream of events waits for nothing of
 * this kind and may last.
 */
final class SlowClients extends ChannelDuplexHandler {
    private final PatienceProperties patience;
    private int underWay;
    private @Nullable Future<?> reading;
    private @Nullable Future<?> writing;

    SlowClients(PatienceProperties patience) {
        this.patience = patience;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        await(context, patience.head());
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            underWay++;
            await(context, patience.body());
        }
        if (message instanceof LastHttpContent) cancel(reading);
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            underWay--;
            if (underWay == 0) await(context, patience.idle());
        }
        var _ = context.write(message, promise); // whoever writes has the promise
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        cancel(writing);
        if (!context.channel().isWritable()) writing = hangUpAfter(context, patience.stalled());
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel(reading);
        cancel(writing);
        context.fireChannelInactive();
    }

    private void await(ChannelHandlerContext context, Duration time) {
        cancel(reading);
        reading = hangUpAfter(context, time);
    }

    private static Future<?> hangUpAfter(ChannelHandlerContext context, Duration time) {
        Runnable hangUp = () -> {
            var _ = context.close();
        };
        return context.executor().schedule(hangUp, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void cancel(@Nullable Future<?> timer) {
        if (timer != null) timer.cancel(false);
    }

    /** Such as 100 Continue, after which the answer is still to come. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
