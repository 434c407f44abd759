package org.sistercities.gateway.signin;

import static java.util.Objects.requireNonNull;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity.OidcLogoutSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.server.session.ReactiveOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * By what the issuer ends sessions (OpenID Connect Back-Channel Logout 1.0). Spring Security checks the issuer's token; it would then
 * call the gateway by HTTP with a cookie of each session, where ending them in the store is enough.
 */
record BackChannel(SessionKeeper keeper)
        implements Customizer<OidcLogoutSpec>, ServerLogoutHandler, ReactiveOidcSessionRegistry {
    static final String PATH = "/logout/connect/back-channel/";

    @Override
    public void customize(OidcLogoutSpec logout) {
        logout.backChannel(channel -> channel.logoutHandler(this));
    }

    @Override
    public Mono<Void> logout(WebFilterExchange exchange, Authentication authentication) {
        return keeper.signedOut((OidcLogoutToken) requireNonNull(authentication.getPrincipal()));
    }

    /** Too early: the session is about to get another name. */
    @Override
    public Mono<Void> saveSessionInformation(OidcSessionInformation session) {
        return Mono.empty();
    }

    /** An entry of a session that is over does no harm. */
    @Override
    public Mono<OidcSessionInformation> removeSessionInformation(String session) {
        return Mono.empty();
    }

    @Override
    public Flux<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        return Flux.empty();
    }
}
