package org.sistercities.platform.security;

import org.springframework.core.MethodParameter;
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
        return exchange.getPrincipal()
                .<Object>mapNotNull(principal -> Claims.caller(principal, properties))
                .defaultIfEmpty(Caller.ANONYMOUS);
    }
}
