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

/** Refuses what Netty lets pass and another server may read differently: unknown codings of a body, versions of HTTP, two hosts. */
@Component
final class StrictHttp implements WebFilter, Ordered {
    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var codings = request.getHeaders().getOrEmpty(HttpHeaders.TRANSFER_ENCODING);
        var isPlain = codings.isEmpty() || codings.equals(List.of("chunked"));
        return isPlain && isKnownVersion(request) && namesOneHost(request)
                ? chain.filter(exchange)
                : Mono.error(new NotHttp());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    private static boolean isKnownVersion(ServerHttpRequest request) {
        return VERSIONS.contains(version(request));
    }

    /** RFC 9112, section 3.2; before HTTP/1.1 a request could do without. */
    private static boolean namesOneHost(ServerHttpRequest request) {
        var hosts = request.getHeaders().getOrEmpty(HttpHeaders.HOST).size();
        return hosts == 1 || (hosts == 0 && version(request).equals("HTTP/1.0"));
    }

    private static String version(ServerHttpRequest request) {
        return request instanceof AbstractServerHttpRequest here
                        && here.getNativeRequest() instanceof HttpServerRequest netty
                ? netty.version().text()
                : "HTTP/1.1";
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
