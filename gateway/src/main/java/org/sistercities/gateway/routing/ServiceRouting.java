package org.sistercities.gateway.routing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends what is for {@code service://<name>} to one of the service's instances. */
@Component
@EnableConfigurationProperties(RoutingProperties.class)
final class ServiceRouting implements GlobalFilter, Ordered {
    private final Map<String, Instances> services;

    ServiceRouting(RoutingProperties properties) {
        var rest = properties.routing().rest();
        services = properties.services().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, service -> new Instances(service.getValue(), rest, System::nanoTime)));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI target = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
        if (!"service".equals(target.getScheme())) return chain.filter(exchange);
        var instances = services.get(target.getHost());
        if (instances == null) return Mono.error(new IllegalStateException("No address for " + target.getHost()));
        var instance = instances.next();
        exchange.getAttributes()
                .put(
                        GATEWAY_REQUEST_URL_ATTR,
                        at(instance.address(), exchange.getRequest().getURI()));
        return chain.filter(exchange).doOnError(failure -> {
            if (Fault.isServices(failure, exchange)) instances.failed(instance);
        });
    }

    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
    }

    /** Path and query go on as they came: whatever takes an address apart and puts it together may write it otherwise. */
    private static URI at(URI instance, URI asked) {
        @Nullable String query = asked.getRawQuery();
        return URI.create(instance.getScheme() + "://" + instance.getRawAuthority() + asked.getRawPath()
                + (query == null ? "" : "?" + query));
    }
}
