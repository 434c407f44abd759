package org.sistercities.content.reading;

import java.util.Optional;
import org.sistercities.content.site.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers visitors of a story's page at once when its answer lies ready in memory, before anybody is asked who they are: what is
 * published is everybody's. All else goes the usual way, to {@link ReadingController}, which answers the same. Nothing here
 * waits, so it may run on the event loop.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // behind what makes requests wait a moment, see NeverAtOnce
class Doorstep implements WebFilter {
    private static final String PATH = "/api/v1/stories/";

    private final Catalog catalog;
    private final Pages pages;

    Doorstep(Catalog catalog, Pages pages) {
        this.catalog = catalog;
        this.pages = pages;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var story = wanted(exchange.getRequest());
        if (story.isEmpty()) return chain.filter(exchange);
        var etag = pages.etag(story.get());
        var ready = pages.ready(story.get(), etag).map(Pages.Sheet::bytes).orElse(null);
        var answer = Conditional.atOnce(exchange, etag, ready);
        if (answer == null) return chain.filter(exchange);
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.CONTENT_LANGUAGE, story.get().language());
        return answer;
    }

    /** The story a visitor asks for by its present address. */
    private Optional<Teaser> wanted(ServerHttpRequest request) {
        if (!Conditional.isVisit(request)) return Optional.empty();
        var path = request.getURI().getPath();
        if (!path.startsWith(PATH)) return Optional.empty();
        var slug = path.substring(PATH.length());
        return catalog.bySlugOrId(slug).filter(story -> story.slug().equals(slug));
    }
}
