package org.sistercities.platform.security;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;

/**
 * Decides from the {@link Public} or {@link AllowedFor} on the method a request is for. An endpoint nobody classified stops the
 * service from starting. What matches no endpoint passes, to be answered with 404.
 */
final class EndpointAccess implements ReactiveAuthorizationManager<AuthorizationContext>, SmartInitializingSingleton {
    private final RequestMappingHandlerMapping endpoints;

    EndpointAccess(RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var unclassified = endpoints.getHandlerMethods().values().stream()
                .filter(method -> !isPublic(method) && allowed(method) == null)
                .map(HandlerMethod::getShortLogMessage)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!unclassified.isEmpty())
            throw new IllegalStateException("Neither @Public nor @AllowedFor on: " + unclassified);
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        return endpoints
                .getHandler(context.getExchange())
                .ofType(HandlerMethod.class)
                .onErrorComplete() // no such path, method or media type: the dispatcher says so
                .flatMap(method -> decide(method, caller))
                .defaultIfEmpty(new AuthorizationDecision(true));
    }

    private static Mono<AuthorizationResult> decide(HandlerMethod method, Mono<Authentication> caller) {
        if (isPublic(method)) return Mono.just(new AuthorizationDecision(true));
        var allowed = allowed(method);
        if (allowed == null) return Mono.just(new AuthorizationDecision(false));
        return caller.map(who -> new AuthorizationDecision(hasOneOf(who, allowed)))
                .cast(AuthorizationResult.class)
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private static boolean hasOneOf(Authentication who, AllowedFor allowed) {
        return who.getAuthorities().stream()
                .anyMatch(authority -> Arrays.stream(allowed.value())
                        .anyMatch(role -> role.name().equals(authority.getAuthority())));
    }

    private static boolean isPublic(HandlerMethod method) {
        return method.hasMethodAnnotation(Public.class)
                || (!method.hasMethodAnnotation(AllowedFor.class)
                        && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Public.class));
    }

    private static @Nullable AllowedFor allowed(HandlerMethod method) {
        var own = method.getMethodAnnotation(AllowedFor.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedFor.class);
    }
}
