package org.sistercities.platform.security;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers the {@link Caller} of a request. */
final class CallerArgument implements HandlerMethodArgumentResolver {
    private final SecurityProperties properties;

    CallerArgument(SecurityProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Caller.class);
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return exchange.getPrincipal().<Object>mapNotNull(this::caller).defaultIfEmpty(Caller.ANONYMOUS);
    }

    private @Nullable Caller caller(Principal principal) {
        return switch (principal) {
            case JwtAuthenticationToken token -> Claims.caller(token.getToken(), properties);
            case SchemeFilter.Known known -> known.caller();
            default -> null;
        };
    }
}
