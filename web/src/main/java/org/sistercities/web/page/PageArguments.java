package org.sistercities.web.page;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers the {@link Visitor} and what a {@link Form} was filled in with. */
@Configuration(proxyBeanMethods = false)
class PageArguments implements WebFluxConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return isForm(parameter) || parameter.getParameterType().equals(Visitor.class);
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return isForm(parameter) ? exchange.getFormData().map(Form::new) : Mono.just(visitor(exchange.getRequest()));
    }

    private static boolean isForm(MethodParameter parameter) {
        return parameter.getParameterType().equals(Form.class);
    }

    static Visitor visitor(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var path = request.getPath().value();
        var visitor = Visitor.of(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE), path)
                .signedIn(bearer(headers.getFirst(HttpHeaders.AUTHORIZATION)));
        if (HttpMethod.GET.equals(request.getMethod())) {
            var query = request.getURI().getRawQuery();
            visitor = visitor.at(query == null ? path : path + "?" + query);
        }
        var chosen = request.getCookies().getFirst(LanguageChoice.COOKIE);
        return chosen == null || !LanguageChoice.LANGUAGES.contains(chosen.getValue())
                ? visitor
                : visitor.reading(chosen.getValue());
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.startsWith("Bearer ") ? authorization : null;
    }
}
