package org.sistercities.gateway.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;

import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Refuses API requests whose session is over, and writes with a session that do not prove to come from our own pages: they need the
 * session's token, which no other site can read, and must not say that they come from elsewhere. The forms of the site's pages know
 * no token, because the site knows nobody's session: of those the browser must say that they come from here. Who has shown a bearer
 * token that was checked needs no proof, since no browser sends one by itself; other credentials beside a session change nothing.
 * Whoever asks for a page with a session that is over is a visitor, whom the site leads to sign-in where that is needed.
 */
final class SessionGuard implements WebFilter, Ordered {
    /** Where a session keeps its token. */
    static final String CSRF = "csrf";

    private static final Set<HttpMethod> READS = Set.of(GET, HEAD, OPTIONS);
    private final String origin;

    SessionGuard(SignInProperties properties) {
        this.origin = properties.publicUrl();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!Sessions.isNamed(exchange.getRequest())) return chain.filter(exchange);
        return exchange.getPrincipal()
                .map(JwtAuthenticationToken.class::isInstance)
                .defaultIfEmpty(false)
                .flatMap(isBearer -> isBearer ? chain.filter(exchange) : guarded(exchange, chain));
    }

    private Mono<Void> guarded(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return Sessions.existing(exchange)
                .flatMap(session -> READS.contains(request.getMethod()) ? Mono.just(true) : proven(exchange, session))
                .switchIfEmpty(Mono.defer(
                        () -> Sessions.isForPages(request) ? Mono.just(true) : Mono.error(new SessionOver())))
                .flatMap(proven -> proven ? chain.filter(exchange) : Mono.error(new ForgedRequest()));
    }

    @Override
    public int getOrder() {
        return -50; // after who it is has been found out (-100)
    }

    private Mono<Boolean> proven(ServerWebExchange exchange, WebSession session) {
        var request = exchange.getRequest();
        if (Sessions.isForPages(request)) {
            if (surelyFromOurPages(request)) return Mono.just(true);
            if (!isSignOut(request)) return Mono.just(false);
        }
        if (!fromOurPages(request)) return Mono.just(false);
        @Nullable String expected = session.getAttribute(CSRF);
        return shown(exchange)
                .map(shown -> expected != null && same(expected, shown))
                .defaultIfEmpty(false);
    }

    /** In a header, or, for the form that signs out, in a field. */
    private static Mono<String> shown(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst("X-CSRF-Token");
        if (header != null) return Mono.just(header);
        if (!isSignOut(exchange.getRequest())) return Mono.empty();
        return exchange.getFormData().mapNotNull(form -> form.getFirst("csrf"));
    }

    private static boolean isSignOut(ServerHttpRequest request) {
        return request.getPath().value().equals(SessionController.SIGN_OUT);
    }

    /** A page without a referrer sends no origin, but its browser knows; an old browser does not, but it sends the origin. */
    private boolean surelyFromOurPages(ServerHttpRequest request) {
        @Nullable String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        return site == null ? origin.equals(request.getHeaders().getOrigin()) : site.equals("same-origin");
    }

    private boolean fromOurPages(ServerHttpRequest request) {
        @Nullable String from = request.getHeaders().getOrigin();
        @Nullable String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        return (from == null || from.equals(origin))
                && (site == null || site.equals("same-origin") || site.equals("none"));
    }

    private static boolean same(String expected, String shown) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), shown.getBytes(UTF_8));
    }
}
