package org.sistercities.gateway.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.gateway.cache.Reply.How;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives public answers again for as long as their service allows, and asks a service once where many ask the same at the same
 * time. What comes with credentials, or asks for a part, passes by. Spring Cloud Gateway's LocalResponseCache is not used: it
 * keeps what nobody has called public, cookies included (ADR 30).
 */
@Component
@EnableConfigurationProperties(CacheProperties.class)
final class EdgeCache implements GlobalFilter, Ordered {
    private static final Set<String> PASS_BY = Set.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.COOKIE,
            "Registration-Token",
            HttpHeaders.RANGE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_UNMODIFIED_SINCE,
            HttpHeaders.TRANSFER_ENCODING);

    private final Answers answers;
    private final UnderWay underWay;
    private final Reply reply;
    private final CacheProperties properties;

    EdgeCache(CacheProperties properties, MeterRegistry metrics) {
        this.properties = properties;
        this.answers = new Answers(properties.size().toBytes(), System::nanoTime);
        this.underWay = new UnderWay(properties.patience());
        this.reply = new Reply(answers::now, metrics);
        metrics.gauge("sistercities.cache.bytes", answers, Answers::bytes);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return properties.size().toBytes() > 0 && concerns(exchange.getRequest())
                ? Mono.defer(() -> answer(exchange, chain, true))
                : chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 2; // after the limits and the token; before whatever is between us and a service
    }

    private static boolean concerns(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD))
                && PASS_BY.stream().noneMatch(headers::containsHeader)
                && headers.getContentLength() <= 0
                && !headers.getOrEmpty(HttpHeaders.ACCEPT).toString().contains("event-stream");
    }

    private Mono<Void> answer(ServerWebExchange exchange, GatewayFilterChain chain, boolean isFirstLook) {
        var request = exchange.getRequest();
        @Nullable Answer known = answers.find(request).orElse(null);
        if (known != null && known.isFresh(answers.now()))
            return reply.give(exchange, known, isFirstLook ? How.HIT : How.COLLAPSED);
        if (request.getMethod().equals(HttpMethod.HEAD)) return chain.filter(exchange);
        if (known != null && known.isNeverFresh()) return ask(exchange, chain, known, () -> {}); // each asks for itself
        if (known == null && isConditional(request))
            return chain.filter(exchange); // the service may know that it holds
        if (answers.isNotForKeeping(request)) return chain.filter(exchange);
        return underWay.once(
                answers.question(request),
                isFirstLook,
                decided -> ask(exchange, chain, known, decided),
                () -> isFirstLook ? answer(exchange, chain, false) : chain.filter(exchange),
                () -> answer(exchange, chain, true)); // one of those who waited is the first now
    }

    /** Asks the service, whether what we have still holds or for a whole answer. */
    private Mono<Void> ask(
            ServerWebExchange exchange, GatewayFilterChain chain, @Nullable Answer stale, Runnable decided) {
        @Nullable String etag = stale == null ? null : stale.etag();
        var asked = exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HttpHeaders.IF_NONE_MATCH);
                    headers.remove(HttpHeaders.IF_MODIFIED_SINCE);
                    if (etag != null) headers.setIfNoneMatch(etag);
                }))
                .response(new KeepingResponse(exchange, stale, answers, reply, properties, decided))
                .build();
        return chain.filter(asked);
    }

    private static boolean isConditional(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.containsHeader(HttpHeaders.IF_NONE_MATCH)
                || headers.containsHeader(HttpHeaders.IF_MODIFIED_SINCE);
    }
}
