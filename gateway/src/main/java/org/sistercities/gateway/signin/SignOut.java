package org.sistercities.gateway.signin;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Ends the session here and sends the browser to the issuer to end it there (OpenID Connect RP-Initiated Logout 1.0). */
@Component
final class SignOut {
    /** Where a session keeps the page to go to after signing in. */
    static final String RETURN_TO = "return-to";

    private final SignInProperties properties;
    private final ObjectProvider<Issuer> issuer;

    SignOut(SignInProperties properties, ObjectProvider<Issuer> issuer) {
        this.properties = properties;
        this.issuer = issuer;
    }

    /** The address to go to next; the session is over by then, also if the issuer is away. */
    Mono<URI> of(ServerWebExchange exchange) {
        var home = URI.create(properties.publicUrl() + "/");
        return exchange.getPrincipal()
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(who -> Sessions.existing(exchange)
                        .flatMap(WebSession::invalidate)
                        .then(atIssuer(who, home)))
                .defaultIfEmpty(home);
    }

    private Mono<URI> atIssuer(OAuth2AuthenticationToken who, URI home) {
        if (!(who.getPrincipal() instanceof OidcUser user)) return Mono.empty();
        return Mono.justOrEmpty(issuer.stream().findFirst())
                .flatMap(Issuer::registration)
                .flatMap(registration -> Mono.justOrEmpty(endOfSession(registration)))
                .map(end -> UriComponentsBuilder.fromUriString(end)
                        .queryParam("id_token_hint", user.getIdToken().getTokenValue())
                        .queryParam("post_logout_redirect_uri", "{home}")
                        .encode()
                        .buildAndExpand(home)
                        .toUri())
                .onErrorComplete();
    }

    private static Optional<String> endOfSession(ClientRegistration registration) {
        @Nullable
        Object end =
                registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return Optional.ofNullable(end).map(Object::toString);
    }
}
