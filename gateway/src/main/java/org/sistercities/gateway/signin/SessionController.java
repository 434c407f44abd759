package org.sistercities.gateway.signin;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.security.Claims;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.security.SecurityProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Signing in and out, and who one is. */
@Public
@RestController
class SessionController {
    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    private final SecurityProperties properties;
    private final SignOut signOut;

    SessionController(SecurityProperties properties, SignOut signOut) {
        this.properties = properties;
        this.signOut = signOut;
    }

    /**
     * Who makes a request.
     *
     * @param csrf what to send as {@code X-CSRF-Token} with every write; only with a session
     */
    record Who(
            boolean signedIn,
            @Nullable String name,
            List<String> roles,
            @Nullable String csrf) {}

    @GetMapping("/api/v1/session")
    Mono<ResponseEntity<Who>> who(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .flatMap(principal -> who(principal, exchange))
                .defaultIfEmpty(new Who(false, null, List.of(), null))
                .map(who ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(who));
    }

    /** Sends the browser to the issuer, and after that to a page of ours. */
    @GetMapping(SIGN_IN)
    Mono<ResponseEntity<Void>> signIn(@RequestParam(defaultValue = "/") String to, WebSession session) {
        session.getAttributes().put(SignOut.RETURN_TO, isOurs(to) ? to : "/");
        return Mono.just(ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/oauth2/authorization/" + Issuer.NAME))
                .build());
    }

    @PostMapping(SIGN_OUT)
    Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        return signOut.of(exchange)
                .map(next -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(next)
                        .build());
    }

    private Mono<Who> who(Principal principal, ServerWebExchange exchange) {
        return switch (principal) {
            case OAuth2AuthenticationToken person
            when person.getPrincipal() instanceof OidcUser user ->
                exchange.getSession()
                        .map(session -> new Who(
                                true, nameOf(user), roles(user.getClaims()), session.getAttribute(SessionGuard.CSRF)));
            case JwtAuthenticationToken token ->
                Mono.just(new Who(true, token.getName(), roles(token.getToken().getClaims()), null));
            default -> Mono.empty();
        };
    }

    /** As the person signs in, where the issuer tells; what identifies them may be any signs. */
    private static String nameOf(OidcUser user) {
        return requireNonNullElse(user.getPreferredUsername(), user.getName());
    }

    private List<String> roles(Map<String, Object> claims) {
        return Claims.roles(claims, properties).stream().map(Role::claim).toList();
    }

    /** A path here; neither another site nor one in disguise. */
    private static boolean isOurs(String to) {
        return to.matches("/(?![/\\\\])[\\x21-\\x7e]*") && !to.contains("\\");
    }
}
