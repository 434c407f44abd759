package org.sistercities.platform.waiting;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Notices when whoever has sent a request hangs up. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class WaitingAutoConfiguration {
    private static final String ATTRIBUTE = Requester.class.getName();

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter requesters() {
        return (exchange, chain) -> {
            var requester = new Requester();
            exchange.getAttributes().put(ATTRIBUTE, requester);
            return chain.filter(exchange).doOnCancel(requester::leave);
        };
    }

    @Bean
    WebFluxConfigurer requesterArgument() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new RequesterArgument());
            }
        };
    }

    private static final class RequesterArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Requester.class);
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            return Mono.just(exchange.getRequiredAttribute(ATTRIBUTE));
        }
    }
}
