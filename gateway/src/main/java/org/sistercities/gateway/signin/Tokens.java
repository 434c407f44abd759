package org.sistercities.gateway.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Tokens live and die with their session. Nothing else is kept there, as Spring Security would: the client's secret has no place in
 * a session.
 */
final class Tokens implements ServerOAuth2AuthorizedClientRepository {
    private static final String ACCESS = "access-token";
    private static final String REFRESH = "refresh-token";
    private final Issuer issuer;

    Tokens(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    @SuppressWarnings("unchecked") // there is one type of client
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String registration, Authentication who, ServerWebExchange exchange) {
        return (Mono<T>) exchange.getSession()
                .flatMap(session -> Mono.justOrEmpty(session.<OAuth2AccessToken>getAttribute(ACCESS))
                        .flatMap(access -> issuer.registration()
                                .map(found -> new OAuth2AuthorizedClient(
                                        found, who.getName(), access, session.getAttribute(REFRESH)))));
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient client, Authentication who, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> {
                    put(session, ACCESS, client.getAccessToken());
                    put(session, REFRESH, client.getRefreshToken());
                })
                .then();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(String registration, Authentication who, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> {
                    put(session, ACCESS, null);
                    put(session, REFRESH, null);
                })
                .then();
    }

    private static void put(WebSession session, String name, @Nullable Object value) {
        if (value == null) session.getAttributes().remove(name);
        else session.getAttributes().put(name, value);
    }
}
