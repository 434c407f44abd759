package org.sistercities.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from: the peer, or, if that is one of our proxies, the last one in X-Forwarded-For that is not. An
 * IPv6 address counts as its /64, since whoever has one has all of them.
 */
@Component
final class ClientAddress {
    private static final int BYTES_OF_A_NETWORK = 8;
    private final @Nullable Pattern proxies;

    ClientAddress(GatewayProperties properties) {
        @Nullable String trusted = properties.getTrustedProxies();
        this.proxies = trusted == null || trusted.isBlank() ? null : Pattern.compile(trusted);
    }

    String of(ServerHttpRequest request) {
        var peer = Optional.ofNullable(request.getRemoteAddress()).map(InetSocketAddress::getAddress);
        if (peer.isEmpty()) return "unknown";
        var client = peer.get();
        var forwarded = String.join(",", request.getHeaders().getOrEmpty("X-Forwarded-For"))
                .split(",", -1);
        for (int i = forwarded.length - 1; i >= 0 && isProxy(client); i--) {
            var before = literal(forwarded[i].strip());
            if (before.isEmpty()) break;
            client = before.get();
        }
        return network(client);
    }

    private boolean isProxy(InetAddress address) {
        return proxies != null && proxies.matcher(address.getHostAddress()).matches();
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text)); // asks no name server
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) return address.getHostAddress();
        return Arrays.toString(Arrays.copyOf(address.getAddress(), BYTES_OF_A_NETWORK));
    }
}
