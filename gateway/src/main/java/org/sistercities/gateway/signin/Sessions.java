package org.sistercities.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionManager;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;

/** What all sessions have in common, wherever they are kept: the cookie that names one, and that it ends some day. */
final class Sessions {
    static final String COOKIE = "__Host-session";

    /** A session in which nobody has signed in yet does not last. */
    static final Duration TO_SIGN_IN = Duration.ofMinutes(5);

    private Sessions() {}

    static WebSessionManager manager(WebSessionStore store, Duration longest) {
        var cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(COOKIE);
        cookie.addCookieInitializer(
                value -> value.path("/").httpOnly(true).secure(true).sameSite("Lax"));
        var manager = new DefaultWebSessionManager();
        manager.setSessionIdResolver(cookie);
        manager.setSessionStore(new Mortal(store, longest));
        return manager;
    }

    /** The session the request names; empty, and none is made, when it names none or one that is over. */
    static Mono<WebSession> existing(ServerWebExchange exchange) {
        return isNamed(exchange.getRequest()) ? exchange.getSession().filter(WebSession::isStarted) : Mono.empty();
    }

    static boolean isNamed(ServerHttpRequest request) {
        return request.getCookies().containsKey(COOKIE);
    }

    /** Of a person who looks at pages; a program, be it a page's, calls the API. */
    static boolean isForPages(ServerHttpRequest request) {
        return !request.getPath().value().startsWith("/api/");
    }

    /** Sessions that end, however much they are used. */
    private record Mortal(WebSessionStore store, Duration longest) implements WebSessionStore {

        @Override
        public Mono<WebSession> retrieveSession(String id) {
            return store.retrieveSession(id)
                    .filterWhen(session -> isOld(session) ? removeSession(id).thenReturn(false) : Mono.just(true));
        }

        private boolean isOld(WebSession session) {
            return session.getCreationTime().plus(longest).isBefore(Instant.now());
        }

        @Override
        public Mono<WebSession> createWebSession() {
            return store.createWebSession();
        }

        @Override
        public Mono<Void> removeSession(String id) {
            return store.removeSession(id);
        }

        @Override
        public Mono<WebSession> updateLastAccessTime(WebSession session) {
            return store.updateLastAccessTime(session);
        }
    }
}
