package org.sistercities.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are, and how the gateway treats them.
 *
 * @param services for each service the addresses of its instances; routes name it by {@code service://<name>}
 * @param routing how much a service gets, and how long a failing one is left alone
 */
@ConfigurationProperties("sistercities")
record RoutingProperties(
        @DefaultValue Map<String, List<URI>> services,
        @DefaultValue Routing routing) {

    /**
     * @param concurrent requests a service gets at a time; a route whose metadata has {@code concurrent} counts for itself
     * @param patience how long a request may wait for its place, where the route's metadata has a {@code line}: how many may
     * @param rest how long an instance that failed is passed over, and a route that fails is shut
     * @param breakAfter requests in ten seconds before a route is judged; it is shut when half of them failed
     * @param silence how long a service may be silent in the middle of an answer
     */
    record Routing(
            @DefaultValue("256") int concurrent,
            @DefaultValue("15s") Duration patience,
            @DefaultValue("5s") Duration rest,
            @DefaultValue("20") int breakAfter,
            @DefaultValue("30s") Duration silence) {}
}
