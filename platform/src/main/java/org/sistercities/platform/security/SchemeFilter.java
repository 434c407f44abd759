package org.sistercities.platform.security;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks a {@link CallerScheme} whose credentials a request carries. */
final class SchemeFilter {
    private final CallerScheme scheme;

    private SchemeFilter(CallerScheme scheme) {
        this.scheme = scheme;
    }

    static AuthenticationWebFilter of(CallerScheme scheme, ServerAuthenticationEntryPoint unauthorized) {
        var own = new SchemeFilter(scheme);
        var filter = new AuthenticationWebFilter(own::authenticate);
        filter.setServerAuthenticationConverter(own::credentials);
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(unauthorized));
        return filter;
    }

    private Mono<Authentication> credentials(ServerWebExchange exchange) {
        var prefix = scheme.name() + " ";
        return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(header -> UsernamePasswordAuthenticationToken.unauthenticated(
                        scheme.name(), header.substring(prefix.length()).strip()));
    }

    private Mono<Authentication> authenticate(Authentication presented) {
        return Mono.fromCallable(() -> scheme.caller(String.valueOf(presented.getCredentials())))
                .subscribeOn(Schedulers.boundedElastic()) // it may read a database
                .map(SchemeFilter::known);
    }

    private static Authentication known(Optional<Caller> caller) {
        return caller.<Authentication>map(Known::new)
                .orElseThrow(() -> new BadCredentialsException("nobody's credentials"));
    }

    /** A caller a scheme has recognised. */
    static final class Known extends AbstractAuthenticationToken {
        private final transient Caller caller;

        Known(Caller caller) {
            super(caller.roles().stream()
                    .map(role -> new SimpleGrantedAuthority(role.name()))
                    .toList());
            this.caller = caller;
            setAuthenticated(true);
        }

        Caller caller() {
            return caller;
        }

        @Override
        public String getPrincipal() {
            return caller.name();
        }

        @Override
        public String getCredentials() {
            return "";
        }
    }
}
