package org.sistercities.backing.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks the wire protocol on the loopback address. The library's server runs commands on its few network threads; here each
 * request has a virtual thread of its own, so that a write waiting for its commit holds up nobody else.
 */
final class WireServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WireServer.class);

    private final Commands commands;
    private final MultiThreadIoEventLoopGroup network = new MultiThreadIoEventLoopGroup(
            2, new DefaultThreadFactory("embedded-mongo-network", true), NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Channel listener;

    /** Listens on the port, or on a free one if it is 0. */
    WireServer(Commands commands, int port) {
        this.commands = commands;
        try {
            this.listener = bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (RuntimeException e) {
            stopNetwork();
            throw e;
        }
    }

    private Channel bind(InetSocketAddress address) {
        return new ServerBootstrap()
                .group(network)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        clients.add(client);
                        client.pipeline()
                                .addLast(
                                        new MongoWireReplyEncoder(),
                                        new MongoWireMessageEncoder(),
                                        new MongoWireProtocolHandler(),
                                        new Requests(),
                                        new MongoExceptionHandler());
                    }
                })
                .bind(address)
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        stopNetwork();
    }

    private void stopNetwork() {
        network.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Requests extends SimpleChannelInboundHandler<ClientRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
            Thread.ofVirtual()
                    .name("embedded-mongo-request")
                    .start(() -> context.channel()
                            .writeAndFlush(answer(request))
                            .addListener(ChannelFutureListener.CLOSE_ON_FAILURE));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            commands.forget(context.channel());
            context.fireChannelInactive();
        }

        private Object answer(ClientRequest request) {
            var header = new MessageHeader(0, request.getHeader().getRequestID());
            return switch (request) {
                case MongoMessage message ->
                    new MongoMessage(message.getChannel(), header, reply(message, message.getDocument()));
                case MongoQuery query ->
                    new MongoReply(header, reply(query, query.getQuery())); // the first greeting only
                default -> throw new IllegalArgumentException("unknown request " + request);
            };
        }

        private Document reply(ClientRequest request, Document command) {
            try {
                return commands.run(request.getChannel(), request.getDatabaseName(), command);
            } catch (MongoServerException e) {
                log.debug("refused {}", command, e);
                return error(e);
            } catch (RuntimeException e) {
                log.warn("the embedded MongoDB failed at {}", command.keySet(), e);
                return error(new MongoServerException("Unknown error: " + e, e));
            }
        }

        private static Document error(MongoServerException e) {
            var reply = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
            if (e instanceof MongoServerError error) {
                reply.append("code", error.getCode()).putIfNotNull("codeName", error.getCodeName());
            }
            return reply;
        }
    }
}
