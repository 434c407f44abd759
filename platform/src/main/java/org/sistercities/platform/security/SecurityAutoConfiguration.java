package org.sistercities.platform.security;

import org.sistercities.platform.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Flux;

/**
 * Every service checks tokens itself: issuer, audience, algorithm and expiry (Spring's resource server, configured under
 * {@code spring.security.oauth2.resourceserver.jwt}), then the endpoint's own rule.
 */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration")
@ConditionalOnClass(JwtAuthenticationToken.class)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityAutoConfiguration {

    @Bean
    EndpointAccess endpointAccess(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return new EndpointAccess(requestMappingHandlerMapping);
    }

    @Bean
    SecurityWebFilterChain securityWebFilterChain(
            ServerHttpSecurity http,
            EndpointAccess endpoints,
            SecurityProperties properties,
            ProblemWriter problems,
            ObjectProvider<CallerScheme> schemes) {
        ServerAuthenticationEntryPoint unauthorized = (exchange, e) -> {
            exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
            return problems.write(exchange, HttpStatus.UNAUTHORIZED, "Sign in, or send a valid bearer token.");
        };
        ServerAccessDeniedHandler forbidden =
                (exchange, e) -> problems.write(exchange, HttpStatus.FORBIDDEN, "Your roles do not allow this.");
        schemes.forEach(scheme ->
                http.addFilterAt(SchemeFilter.of(scheme, unauthorized), SecurityWebFiltersOrder.AUTHENTICATION));
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // bearer tokens only: nothing a browser adds by itself
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchange -> exchange.anyExchange().access(endpoints))
                .exceptionHandling(e -> e.authenticationEntryPoint(unauthorized).accessDeniedHandler(forbidden))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthorized)
                        .accessDeniedHandler(forbidden)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(authorities(properties))))
                .build();
    }

    @Bean
    WebFluxConfigurer callerArgument(SecurityProperties properties) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument(properties));
            }
        };
    }

    private static ReactiveJwtAuthenticationConverter authorities(SecurityProperties properties) {
        var converter = new ReactiveJwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(token -> Flux.fromIterable(Claims.roles(token, properties))
                .map(role -> new SimpleGrantedAuthority(role.name())));
        return converter;
    }
}
