package org.sistercities.gateway.limits;

import java.time.Duration;
import org.sistercities.gateway.limits.Meter.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts a request and tells the client how much is left (draft-ietf-httpapi-ratelimit-headers-10). */
@Component
public final class Quotas {
    private final Tally tally;
    private final ClientAddress address;

    Quotas(Tally tally, ClientAddress address) {
        this.tally = tally;
        this.address = address;
    }

    /** Counts a try to sign in, by whatever means; an error when there were too many. */
    public Mono<Void> countSignIn(ServerWebExchange exchange) {
        return count(exchange, Kind.SIGN_IN, address.of(exchange.getRequest()));
    }

    /** Counts what the issuer tells, as often as staff may ask; an error when it was too often. */
    public Mono<Void> countIssuer(ServerWebExchange exchange) {
        return count(exchange, Kind.STAFF, address.of(exchange.getRequest()));
    }

    Mono<Void> countAnonymous(ServerWebExchange exchange, Kind kind) {
        return count(exchange, kind, address.of(exchange.getRequest()));
    }

    Mono<Void> count(ServerWebExchange exchange, Kind kind, String client) {
        return tally.count(kind, client).flatMap(verdict -> tell(exchange, verdict));
    }

    private static Mono<Void> tell(ServerWebExchange exchange, Verdict verdict) {
        var kind = verdict.kind();
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
