package org.sistercities.gateway.limits;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

/**
 * Refuses what Netty lets pass and another server may read differently: unknown codings of a body, versions of HTTP, two hosts or one
 * that is none, targets that are no path here or have brackets, which belong into no path and no query (RFC 3986, 3.3 and 3.4); and WebSockets, which nobody here speaks and the gateway would open all the same.
 */
@Component
final class StrictHttp implements WebFilter, Ordered {
    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");
    private static final Pattern TARGET =
            Pattern.compile("(?:(?i:https?)://[^/?#]+)?[/?][\\x21-\\x7e&&[^\\[\\]]]*|(?i:https?)://[\\w.:-]+");
    private static final Pattern AUTHORITY = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var codings = request.getHeaders().getOrEmpty(HttpHeaders.TRANSFER_ENCODING);
        var isPlain = codings.isEmpty() || codings.equals(List.of("chunked"));
        return isPlain && isKnownVersion(request) && namesOneHost(request) && isForHere(request)
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
        var hosts = request.getHeaders().getOrEmpty(HttpHeaders.HOST);
        return hosts.size() == 1
                ? AUTHORITY.matcher(hosts.getFirst()).matches()
                : hosts.isEmpty() && version(request).equals("HTTP/1.0");
    }

    /** In ASCII, as RFC 9112, section 3.2, has it, and with no other scheme than HTTP's; and not to become something else. */
    private static boolean isForHere(ServerHttpRequest request) {
        return netty(request)
                        .map(HttpServerRequest::uri)
                        .filter(TARGET.asMatchPredicate().negate())
                        .isEmpty()
                && !"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
    }

    private static String version(ServerHttpRequest request) {
        return netty(request).map(netty -> netty.version().text()).orElse("HTTP/1.1");
    }

    private static Optional<HttpServerRequest> netty(ServerHttpRequest request) {
        return request instanceof AbstractServerHttpRequest here
                        && here.getNativeRequest() instanceof HttpServerRequest netty
                ? Optional.of(netty)
                : Optional.empty();
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
