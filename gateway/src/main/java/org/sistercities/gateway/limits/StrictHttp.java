package org.sistercities.gateway.limits;

import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Refuses what Netty lets pass and another server may read differently: unknown codings of a body and versions of HTTP. */
@Component
final class StrictHttp implements WebFilter, Ordered {
    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var codings = request.getHeaders().getOrEmpty(HttpHeaders.TRANSFER_ENCODING);
        var isPlain = codings.isEmpty() || codings.equals(List.of("chunked"));
        return isPlain && isKnownVersion(request) ? chain.filter(exchange) : Mono.error(new NotHttp());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    private static boolean isKnownVersion(ServerHttpRequest request) {
        return !(request instanceof AbstractServerHttpRequest here
                        && here.getNativeRequest() instanceof HttpServerRequest netty)
                || VERSIONS.contains(netty.version().text());
    }

    private static final class NotHttp extends ErrorResponseException {
        NotHttp() {
            super(
                    HttpStatus.BAD_REQUEST,
                    ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "This is not the HTTP we speak."),
                    null);
            getHeaders().setConnection("close");
        }
    }
}
