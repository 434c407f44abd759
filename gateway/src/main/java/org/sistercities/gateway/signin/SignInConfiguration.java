package org.sistercities.gateway.signin;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

/** What signing in takes, when there is an issuer to sign in at. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sistercities.sign-in.issuer")
@EnableConfigurationProperties(SessionsProperties.class)
class SignInConfiguration {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    Issuer issuer(SignInProperties properties) {
        return new Issuer(properties);
    }

    @Bean
    SessionKeeper sessionKeeper(
            SignInProperties signIn,
            SessionsProperties sessions,
            ObjectProvider<ReactiveRedisConnectionFactory> redis) {
        return switch (sessions.store()) {
            case LOCAL -> new LocalSessions(signIn, sessions);
            case REDIS -> new SharedSessions(redis.getObject(), sessions);
        };
    }

    @Bean
    WebSessionManager webSessionManager(SessionKeeper keeper, SessionsProperties sessions) {
        return Sessions.manager(keeper.store(), sessions.longest());
    }

    @Bean
    SessionGuard sessionGuard(SignInProperties properties) {
        return new SessionGuard(properties);
    }

    @Bean
    SecurityConfiguration.SignIn signIn(
            Issuer issuer, Tokens tokens, ServerAuthenticationSuccessHandler signedIn, SessionKeeper keeper) {
        return new SecurityConfiguration.SignIn(issuer, tokens, signedIn, new BackChannel(keeper));
    }

    @Bean
    Tokens tokens(Issuer issuer) {
        return new Tokens(issuer);
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager authorizedClientManager(Issuer issuer, Tokens tokens) {
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(issuer, tokens);
        manager.setAuthorizedClientProvider(ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return manager;
    }

    @Bean
    TokenRelay tokenRelay(ReactiveOAuth2AuthorizedClientManager clients, Tokens tokens, SessionKeeper sessions) {
        return new TokenRelay(clients, tokens, sessions);
    }

    /** From now on the session lasts, has a token against forgery, and the browser goes where it wanted to. */
    @Bean
    ServerAuthenticationSuccessHandler signedIn(SignInProperties properties, SessionKeeper keeper) {
        var redirect = new DefaultServerRedirectStrategy();
        return (filter, who) -> filter.getExchange().getSession().flatMap(session -> {
            session.setMaxIdleTime(properties.idle());
            session.getAttributes().put(SessionGuard.CSRF, random());
            return Mono.justOrEmpty(who.getPrincipal())
                    .ofType(OidcUser.class)
                    .flatMap(user -> keeper.signedIn(user, session.getId()))
                    .then(Mono.defer(() -> redirect.sendRedirect(filter.getExchange(), returnTo(session))));
        });
    }

    private static URI returnTo(WebSession session) {
        return session.getAttributes().remove(SignOut.RETURN_TO) instanceof String path
                ? URI.create(path)
                : URI.create("/");
    }

    private static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
