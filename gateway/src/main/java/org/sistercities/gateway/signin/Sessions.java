package org.sistercities.gateway.signin;

import java.time.Duration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

/** Sessions in this replica's memory, a bounded number of them, and the cookie that names one. */
final class Sessions {
    static final String COOKIE = "__Host-session";
    private static final Duration TO_SIGN_IN = Duration.ofMinutes(5);

    private Sessions() {}

    static WebSessionManager manager(SignInProperties properties) {
        var cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(COOKIE);
        cookie.addCookieInitializer(
                value -> value.path("/").httpOnly(true).secure(true).sameSite("Lax"));
        var store = new InMemoryWebSessionStore() {
            @Override
            public Mono<WebSession> createWebSession() { // until somebody has signed in, it does not last
                return super.createWebSession().doOnNext(session -> session.setMaxIdleTime(TO_SIGN_IN));
            }
        };
        store.setMaxSessions(properties.sessions());
        var manager = new DefaultWebSessionManager();
        manager.setSessionIdResolver(cookie);
        manager.setSessionStore(store);
        return manager;
    }

    /** The session the request names; empty, and none is made, when it names none or one that is over. */
    static Mono<WebSession> existing(ServerWebExchange exchange) {
        return isNamed(exchange.getRequest()) ? exchange.getSession().filter(WebSession::isStarted) : Mono.empty();
    }

    static boolean isNamed(ServerHttpRequest request) {
        return request.getCookies().containsKey(COOKIE);
    }
}
