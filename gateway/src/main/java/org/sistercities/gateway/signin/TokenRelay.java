package org.sistercities.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Gives a service the access token of the session, a new one when it is about to run out, and never the cookie. Requests of one
 * session that need a new token at the same time share it, also when they came to different replicas: an issuer may take a refresh
 * token only once. When the issuer gives none any more, the session is over, and
 * who asked for a page is a visitor.
 */
final class TokenRelay implements GlobalFilter, Ordered {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private final ReactiveOAuth2AuthorizedClientManager clients;
    private final Tokens tokens;
    private final SessionKeeper sessions;
    private final Map<String, Mono<OAuth2AuthorizedClient>> underWay = new ConcurrentHashMap<>();

    TokenRelay(ReactiveOAuth2AuthorizedClientManager clients, Tokens tokens, SessionKeeper sessions) {
        this.clients = clients;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(who -> exchange.getSession().flatMap(session -> token(who, session, exchange)))
                .map(token -> withToken(exchange, token))
                .defaultIfEmpty(exchange)
                .flatMap(chain::filter);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1; // after the limits
    }

    private Mono<String> token(OAuth2AuthenticationToken who, WebSession session, ServerWebExchange exchange) {
        return tokens.loadAuthorizedClient(Issuer.NAME, who, exchange)
                .filter(TokenRelay::lasts)
                .switchIfEmpty(Mono.defer(() -> renewed(who, session, exchange)))
                .map(client -> client.getAccessToken().getTokenValue())
                .onErrorResume(
                        TokenRelay::isRefused, refused -> session.invalidate().then(Mono.error(new SessionOver())))
                .onErrorResume(
                        SessionOver.class,
                        over -> Sessions.isForPages(exchange.getRequest()) ? Mono.empty() : Mono.error(over));
    }

    private Mono<OAuth2AuthorizedClient> renewed(
            OAuth2AuthenticationToken who, WebSession session, ServerWebExchange exchange) {
        return underWay.computeIfAbsent(
                session.getId(),
                id -> sessions.alone(
                                id,
                                sessions.store()
                                        .retrieveSession(id)
                                        .flatMap(latest -> authorized(who, new WithSession(exchange, latest))
                                                .flatMap(client -> latest.save().thenReturn(client))))
                        .switchIfEmpty(Mono.error(SessionOver::new))
                        .doFinally(end -> underWay.remove(id))
                        .cache());
    }

    private Mono<OAuth2AuthorizedClient> authorized(OAuth2AuthenticationToken who, ServerWebExchange exchange) {
        return clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(Issuer.NAME)
                        .principal(who)
                        .attribute(ServerWebExchange.class.getName(), exchange)
                        .build())
                .timeout(PATIENCE);
    }

    /** As the manager of clients sees it, who renews what is about to run out. */
    private static boolean lasts(OAuth2AuthorizedClient client) {
        var end = client.getAccessToken().getExpiresAt();
        return end != null && end.minus(AHEAD).isAfter(Instant.now());
    }

    /** The request with its session as it is now: another replica may have renewed the token since it came. */
    private static final class WithSession extends ServerWebExchangeDecorator {
        private final WebSession session;

        WithSession(ServerWebExchange exchange, WebSession session) {
            super(exchange);
            this.session = session;
        }

        @Override
        public Mono<WebSession> getSession() {
            return Mono.just(session);
        }
    }

    /** The issuer gives no more tokens; that it cannot be reached says nothing. */
    private static boolean isRefused(Throwable failure) {
        return failure instanceof OAuth2AuthenticationException
                || (failure instanceof ClientAuthorizationException no
                        && OAuth2ErrorCodes.INVALID_GRANT.equals(no.getError().getErrorCode()));
    }

    private static ServerWebExchange withToken(ServerWebExchange exchange, String token) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                .build();
    }
}
