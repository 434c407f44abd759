package org.sistercities.content.frontpage;

import org.jspecify.annotations.Nullable;
import org.sistercities.content.reading.Pages;
import org.sistercities.content.reading.Reading;
import org.sistercities.content.site.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers visitors of the front page at once when its answer lies ready in memory, as stories are answered before anybody is asked who they
 * are. All else goes the usual way, to {@link FrontPageController}, which answers the same. Nothing here waits, so it may run on the event
 * loop.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // behind what makes requests wait a moment, see NeverAtOnce
class FrontDoor implements WebFilter {
    private static final String PATH = "/api/v1/front-page";

    private final Editions editions;
    private final Composition composition;
    private final Reading reading;
    private final Pages pages;

    FrontDoor(Editions editions, Composition composition, Reading reading, Pages pages) {
        this.editions = editions;
        this.composition = composition;
        this.reading = reading;
        this.pages = pages;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var answer = isHere(exchange) ? answer(exchange) : null;
        return answer == null ? chain.filter(exchange) : answer;
    }

    private boolean isHere(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getURI().getPath().equals(PATH) && Conditional.isVisit(request) && reading.isReady();
    }

    private @Nullable Mono<Void> answer(ServerWebExchange exchange) {
        var edition = editions.current().orElse(null);
        if (edition == null) return null;
        var etag = Conditional.tag(composition.state(edition, composition.of(edition.state())));
        return Conditional.atOnce(exchange, etag, pages.kept(etag).orElse(null));
    }
}
