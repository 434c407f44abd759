package org.sistercities.platform.audit;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.sistercities.platform.observability.RequestTrace;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Claims;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.security.SecurityProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Notes each write of a member of staff before its answer goes out: what has been acknowledged has been noted. When noting fails, the
 * answer goes out all the same, because what was asked has been done and saying otherwise would be a lie; the entry then stands in
 * the log, as an error, and {@code sistercities.audit.lost} counts it.
 */
final class AuditFilter implements WebFilter, Ordered {
    private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);
    private static final Set<HttpMethod> READS = Set.of(GET, HEAD, OPTIONS);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AuditTrail trail;
    private final SecurityProperties security;
    private final Clock clock;
    private final Counter lost;

    AuditFilter(AuditTrail trail, SecurityProperties security, Clock clock, MeterRegistry metrics) {
        this.trail = trail;
        this.security = security;
        this.clock = clock;
        this.lost = metrics.counter("sistercities.audit.lost");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (READS.contains(exchange.getRequest().getMethod())) return chain.filter(exchange);
        return exchange.getPrincipal()
                .flatMap(principal -> Mono.justOrEmpty(Claims.caller(principal, security)))
                .filter(AuditFilter::isStaff)
                .doOnNext(caller -> exchange.getResponse().beforeCommit(() -> note(exchange, caller)))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    @Override
    public int getOrder() {
        return 0; // after it has been found out who it is and whether they may
    }

    private static boolean isStaff(Caller caller) {
        return caller.roles().stream().anyMatch(role -> role != Role.MEMBER);
    }

    private Mono<Void> note(ServerWebExchange exchange, Caller caller) {
        var entry = entry(exchange, caller);
        return Mono.<Void>fromRunnable(() -> trail.append(entry))
                .subscribeOn(Schedulers.boundedElastic()) // the driver blocks
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    lost.increment();
                    log.error("Not noted in the audit trail: {}", entry, failure);
                    return Mono.empty();
                });
    }

    private AuditEntry entry(ServerWebExchange exchange, Caller caller) {
        var now = clock.instant();
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        var status = response.getStatusCode();
        Object pattern = exchange.getAttributeOrDefault(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "(none)");
        return new AuditEntry(
                AuditTrail.newId(now),
                now,
                caller.name(),
                caller.roles().stream().map(Role::claim).sorted().toList(),
                request.getMethod() + " " + pattern,
                request.getURI().getRawPath(),
                response.getHeaders().getFirst("Location"),
                status == null ? HttpStatus.OK.value() : status.value(),
                RequestTrace.id(exchange).orElse(null));
    }
}
