package org.sistercities.gateway.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts a request and tells the client how much is left (draft-ietf-httpapi-ratelimit-headers-10). */
@Component
@EnableConfigurationProperties(LimitsProperties.class)
public final class Quotas {
    private final Meter meter;
    private final ClientAddress address;

    Quotas(LimitsProperties limits, ClientAddress address) {
        this.meter = new Meter(limits, System::nanoTime);
        this.address = address;
    }

    /** Counts a try to sign in, by whatever means; an error when there were too many. */
    public Mono<Void> countSignIn(ServerWebExchange exchange) {
        return count(exchange, Kind.SIGN_IN, address.of(exchange.getRequest()));
    }

    Mono<Void> countAnonymous(ServerWebExchange exchange, Kind kind) {
        return count(exchange, kind, address.of(exchange.getRequest()));
    }

    Mono<Void> count(ServerWebExchange exchange, Kind kind, String client) {
        var verdict = meter.count(kind, client);
        var rate = verdict.rate();
        var headers = exchange.getResponse().getHeaders();
        headers.set(
                "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(kind.title(), rate.quota(), seconds(rate.window())));
        headers.set(
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(kind.title(), verdict.left(), seconds(verdict.untilAll())));
        return verdict.allowed() ? Mono.empty() : Mono.error(new TooManyRequests(verdict));
    }

    /** Whole seconds, never too few. */
    static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
