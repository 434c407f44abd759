package org.sistercities.gateway.signin;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What browsers may do with an answer; where a service says so itself, that stands. */
@Component
final class PageHeaders implements WebFilter, Ordered {
    private static final String PAGES =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
    private final boolean https;

    PageHeaders(SignInProperties properties) {
        this.https = properties.publicUrl().startsWith("https:");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> complete(headers)));
        return chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE; // refusals have them, too
    }

    private void complete(HttpHeaders headers) {
        var type = headers.getContentType();
        var isPage = type != null && type.isCompatibleWith(MediaType.TEXT_HTML);
        add(headers, "Content-Security-Policy", isPage ? PAGES : DATA);
        add(headers, "X-Content-Type-Options", "nosniff");
        add(headers, "Referrer-Policy", "strict-origin-when-cross-origin");
        add(headers, "Permissions-Policy", "camera=(self), geolocation=(), microphone=()"); // the door scans
        add(headers, "Cache-Control", "no-store"); // unless a service says otherwise
        if (https) add(headers, "Strict-Transport-Security", "max-age=31536000");
        headers.remove(HttpHeaders.SERVER); // nobody needs to know what runs here
    }

    private static void add(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) headers.set(name, value);
    }
}
