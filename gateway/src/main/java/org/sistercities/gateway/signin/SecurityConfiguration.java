package org.sistercities.gateway.signin;

import io.lettuce.core.RedisException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.sistercities.gateway.limits.Quotas;
import org.sistercities.platform.problem.ProblemSource;
import org.sistercities.platform.problem.ProblemWriter;
import org.sistercities.platform.problem.Problems;
import org.sistercities.platform.security.SecurityProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import reactor.core.publisher.Mono;

/**
 * Finds out who makes a request; what they may do, the services decide. A bearer token that is none of our issuer's gets no
 * further than here; one without an issuer to ask passes, as do devices' credentials, for the services to check.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties({SignInProperties.class, SecurityProperties.class})
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain securityWebFilterChain(
            ServerHttpSecurity http,
            ProblemWriter problems,
            Quotas quotas,
            ObjectProvider<ReactiveJwtDecoder> decoder,
            ObjectProvider<SignIn> signIn) {
        ServerAuthenticationEntryPoint unauthorized =
                (exchange, e) -> quotas.countSignIn(exchange).then(Mono.defer(() -> {
                    exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
                    return problems.write(exchange, HttpStatus.UNAUTHORIZED, "Sign in, or send a valid bearer token.");
                }));
        http.csrf(ServerHttpSecurity.CsrfSpec::disable) // SessionGuard does it
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .cors(ServerHttpSecurity.CorsSpec::disable) // Spring Cloud Gateway's own, by configuration
                .headers(ServerHttpSecurity.HeaderSpec::disable) // PageHeaders
                .authorizeExchange(exchange -> exchange.anyExchange().permitAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(unauthorized));
        decoder.ifAvailable(tokens -> http.oauth2ResourceServer(
                server -> server.authenticationEntryPoint(unauthorized).jwt(jwt -> jwt.jwtDecoder(tokens))));
        signIn.ifAvailable(ways -> http.oidcLogout(ways.backChannel())
                .oauth2Login(login -> login.clientRegistrationRepository(ways.issuer())
                        .authorizedClientRepository(ways.clients())
                        .oidcSessionRegistry(ways.backChannel())
                        .authenticationSuccessHandler(ways.signedIn())
                        .authenticationFailureHandler((filter, e) -> e instanceof AuthenticationServiceException
                                ? Mono.error(e) // the issuer is away, also when a bearer token was to be checked
                                : problems.write(
                                        filter.getExchange(),
                                        HttpStatus.UNAUTHORIZED,
                                        "Signing in did not work. Try again."))));
        return http.build();
    }

    /** Paths that mean another thing to whoever reads them next are refused; only the slash that is part of an id passes. */
    @Bean
    StrictServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        return firewall;
    }

    @Bean
    ServerExchangeRejectedHandler rejected(ProblemWriter problems) {
        return (exchange, e) -> problems.write(exchange, HttpStatus.BAD_REQUEST, "This is no request we take.");
    }

    /** What signing in takes, all of it or nothing. */
    record SignIn(
            Issuer issuer,
            ServerOAuth2AuthorizedClientRepository clients,
            ServerAuthenticationSuccessHandler signedIn,
            BackChannel backChannel) {}

    @Bean
    ProblemSource noSignIn() {
        return failure -> {
            if (failure instanceof AuthenticationServiceException && lacksAClaim(failure))
                return Optional.of(ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "This is no token that ends sessions."));
            return isNobodyThere(failure)
                    ? Optional.of(Problems.named(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "no-sign-in",
                            "Nobody can be signed in at the moment. Ask again soon."))
                    : Optional.empty();
        };
    }

    /** The issuer or Redis is away, or more sessions are open than there can be. */
    private static boolean isNobodyThere(Throwable failure) {
        return failure instanceof AuthenticationServiceException
                || failure instanceof OAuth2AuthorizationException
                || failure instanceof DataAccessException
                || failure instanceof RedisException
                || failure instanceof TimeoutException // of the issuer: those of services are wrapped
                || String.valueOf(failure.getMessage()).startsWith("Max sessions limit reached");
    }

    /** Spring Security takes a logout token without them for a fault of its own. */
    private static boolean lacksAClaim(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof IllegalArgumentException;
    }
}
