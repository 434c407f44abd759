package org.sistercities.gateway.limits;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;

import java.security.Principal;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets a client ask a service only so often. Who has signed in is counted by name, wherever from; everybody else by address.
 * A route's metadata {@code rate} names another kind than usual for writes of clients that have not.
 */
@Component
@EnableConfigurationProperties(SiteKey.class)
final class RateLimit implements GlobalFilter, Ordered {
    private static final Set<HttpMethod> READS = Set.of(GET, HEAD, OPTIONS);
    private final Quotas quotas;
    private final SiteKey site;

    RateLimit(Quotas quotas, SiteKey site) {
        this.quotas = quotas;
        this.site = site;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!exchange.getRequest().getHeaders().containsHeader(SiteKey.HEADER)) return counted(exchange, chain);
        var withoutKey = exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(SiteKey.HEADER)))
                .build();
        return site.isShownBy(exchange.getRequest()) ? chain.filter(withoutKey) : counted(withoutKey, chain);
    }

    private Mono<Void> counted(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .map(name -> quotas.count(exchange, Kind.STAFF, "name " + name))
                .defaultIfEmpty(Mono.defer(() -> quotas.countAnonymous(exchange, kind(exchange))))
                .flatMap(counted -> counted)
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE; // before anything that costs more
    }

    private static Kind kind(ServerWebExchange exchange) {
        if (READS.contains(exchange.getRequest().getMethod())) return Kind.READ;
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var own = route.getMetadata().get("rate");
        return own == null ? Kind.REGISTRATION : Kind.named(own.toString());
    }
}
