package org.sistercities.gateway.signin;

import org.sistercities.gateway.limits.Quotas;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets nobody try to sign in without end, nor fill the memory with sessions that never become any. */
@Component
final class SignInLimit implements WebFilter, Ordered {
    private final Quotas quotas;

    SignInLimit(Quotas quotas) {
        this.quotas = quotas;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        var signsIn =
                path.startsWith("/oauth2/") || path.startsWith("/login/") || path.equals(SessionController.SIGN_IN);
        if (path.startsWith(BackChannel.PATH))
            return quotas.countIssuer(exchange).then(Mono.defer(() -> chain.filter(exchange)));
        return signsIn
                ? quotas.countSignIn(exchange).then(Mono.defer(() -> chain.filter(exchange)))
                : chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return -200; // before Spring Security
    }
}
