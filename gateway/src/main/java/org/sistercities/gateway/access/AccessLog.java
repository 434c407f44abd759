package org.sistercities.gateway.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Writes a line for each request once it is answered, refusals of the gateway included: method, route, words of the path, status,
 * bytes, duration, trace and kind of client. No address, no browser, no name, no query, no id: nothing that says who it was. The
 * logger is called {@code access}; {@code logging.level.access=off} ends it.
 */
@Component
final class AccessLog implements WebHttpHandlerBuilderCustomizer, WebFilter, Ordered {
    private static final Logger log = LoggerFactory.getLogger("access");
    private static final int NANOS_PER_MICRO = 1000;

    @Override
    public void customize(WebHttpHandlerBuilder builder) {
        builder.httpHandlerDecorator(AccessLog::logging);
    }

    /** Before everything else, so that the line knows the exchange even of a request that is refused. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getResponse() instanceof CountedResponse counted)
            counted.visit().is(exchange);
        return chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private static HttpHandler logging(HttpHandler handler) {
        return (request, response) -> {
            if (!log.isInfoEnabled()) return handler.handle(request, response);
            var visit = new Visit();
            return handler.handle(request, new CountedResponse(response, visit))
                    .doFinally(end -> write(visit, request, response, end));
        };
    }

    private static void write(Visit visit, ServerHttpRequest request, ServerHttpResponse response, SignalType end) {
        var line = log.atInfo()
                .addKeyValue("http.request.method", method(request))
                .addKeyValue("http.route", visit.route())
                .addKeyValue("url.path", PathWords.of(request.getURI().getRawPath()))
                .addKeyValue("http.response.status_code", status(response, end))
                .addKeyValue("http.response.body.bytes", visit.bytes())
                .addKeyValue("event.duration", visit.nanos())
                .addKeyValue("client.kind", client(request));
        visit.traceId()
                .map(id -> line.addKeyValue("trace.id", id))
                .orElse(line)
                .log("{} µs", visit.nanos() / NANOS_PER_MICRO);
    }

    /** Whatever a client calls a method, a line has one of a few. */
    private static String method(ServerHttpRequest request) {
        return switch (request.getMethod().name()) {
            case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH" ->
                request.getMethod().name();
            default -> "OTHER";
        };
    }

    /** 499, as nginx has it, when the client has hung up before the answer began. */
    private static int status(ServerHttpResponse response, SignalType end) {
        if (end == SignalType.CANCEL && !response.isCommitted()) return 499;
        var status = response.getStatusCode();
        return status == null ? 200 : status.value();
    }

    private static String client(ServerHttpRequest request) {
        @Nullable String credentials = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (credentials == null)
            return request.getHeaders().containsHeader(HttpHeaders.COOKIE) ? "browser" : "anonymous";
        return switch (credentials.split(" ", 2)[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> "bearer";
            case "device" -> "device";
            default -> "other";
        };
    }
}
