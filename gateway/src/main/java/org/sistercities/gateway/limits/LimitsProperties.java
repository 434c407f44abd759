package org.sistercities.gateway.limits;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.sistercities.gateway.shared.Store;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a client may send, and how often. Counting locally, n replicas let through up to n times as much.
 *
 * @param store where counts are kept
 * @param body the largest body in bytes; a route's metadata {@code body-limit} overrides it
 * @param rates how often, by kind of request; those not named keep their defaults
 * @param clients how many clients' counts are kept; beyond that, the least active are forgotten
 */
@ConfigurationProperties("sistercities.limits")
record LimitsProperties(
        @DefaultValue("local") Store store,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue Map<Kind, Rate> rates,
        @DefaultValue("100000") int clients) {

    LimitsProperties {
        var all = new EnumMap<Kind, Rate>(Kind.class);
        for (var kind : Kind.values()) all.put(kind, rates.getOrDefault(kind, kind.usual()));
        rates = all;
    }

    /**
     * So many requests in a window; all of them may come at once, after that one each time its part of the window has passed.
     *
     * @param quota at least 1
     */
    record Rate(int quota, @DefaultValue("60s") Duration window) {
        Rate {
            if (quota < 1 || !window.isPositive()) throw new IllegalArgumentException("A rate of nothing: " + quota);
        }

        long nanosEach() {
            return window.toNanos() / quota;
        }
    }
}
