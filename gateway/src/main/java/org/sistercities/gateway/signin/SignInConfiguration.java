package org.sistercities.gateway.signin;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionManager;

/** What signing in takes, when there is an issuer to sign in at. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sistercities.sign-in.issuer")
class SignInConfiguration {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    Issuer issuer(SignInProperties properties) {
        return new Issuer(properties);
    }

    @Bean
    WebSessionManager webSessionManager(SignInProperties properties) {
        return Sessions.manager(properties);
    }

    @Bean
    SessionGuard sessionGuard(SignInProperties properties) {
        return new SessionGuard(properties);
    }

    @Bean
    SecurityConfiguration.SignIn signIn(
            Issuer issuer,
            ServerOAuth2AuthorizedClientRepository clients,
            ServerAuthenticationSuccessHandler signedIn) {
        return new SecurityConfiguration.SignIn(issuer, clients, signedIn);
    }

    /** Tokens live and die with their session. */
    @Bean
    ServerOAuth2AuthorizedClientRepository authorizedClients() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager authorizedClientManager(
            Issuer issuer, ServerOAuth2AuthorizedClientRepository clients) {
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(issuer, clients);
        manager.setAuthorizedClientProvider(ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return manager;
    }

    @Bean
    TokenRelay tokenRelay(ReactiveOAuth2AuthorizedClientManager clients) {
        return new TokenRelay(clients);
    }

    /** From now on the session lasts, has a token against forgery, and the browser goes where it wanted to. */
    @Bean
    ServerAuthenticationSuccessHandler signedIn(SignInProperties properties) {
        var redirect = new DefaultServerRedirectStrategy();
        return (filter, who) -> filter.getExchange().getSession().flatMap(session -> {
            session.setMaxIdleTime(properties.idle());
            session.getAttributes().put(SessionGuard.CSRF, random());
            return redirect.sendRedirect(filter.getExchange(), returnTo(session));
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
