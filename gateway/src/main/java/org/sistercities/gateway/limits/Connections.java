package org.sistercities.gateway.limits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Watches over every connection of the server, right behind the codec, where requests have a beginning and an end. */
@Component
@EnableConfigurationProperties(PatienceProperties.class)
final class Connections implements NettyServerCustomizer {
    private final PatienceProperties patience;

    Connections(PatienceProperties patience) {
        this.patience = patience;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "sistercities.slowClients", new SlowClients(patience))
                .addAfter(NettyPipeline.HttpCodec, "sistercities.refusals", new Refusals())
                .addAfter(NettyPipeline.HttpCodec, "sistercities.brokenBodies", new BrokenBodies()));
    }
}
