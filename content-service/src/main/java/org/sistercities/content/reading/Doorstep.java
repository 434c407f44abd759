package org.sistercities.content.reading;

import java.util.Optional;
import org.sistercities.content.site.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
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
        var known = exchange.getRequest().getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH);
        var response = exchange.getResponse();
        if (Conditional.isKnown(etag, known)) {
            head(response, HttpStatus.NOT_MODIFIED, etag, story.get());
            return response.setComplete();
        }
        var sheet = pages.ready(story.get(), etag);
        if (sheet.isEmpty()) return chain.filter(exchange);
        head(response, HttpStatus.OK, etag, story.get());
        var bytes = sheet.get().bytes();
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(bytes.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    /** The story a visitor asks for by its present address. */
    private Optional<Teaser> wanted(ServerHttpRequest request) {
        if (!HttpMethod.GET.equals(request.getMethod())) return Optional.empty();
        var path = request.getURI().getPath();
        if (!path.startsWith(PATH) || request.getURI().getRawQuery() != null) return Optional.empty();
        if (request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) return Optional.empty();
        var slug = path.substring(PATH.length());
        return catalog.bySlugOrId(slug).filter(story -> story.slug().equals(slug));
    }

    private static void head(ServerHttpResponse response, HttpStatus status, String etag, Teaser story) {
        response.setStatusCode(status);
        var headers = response.getHeaders();
        headers.setETag(etag);
        headers.setCacheControl(Conditional.PUBLIC);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, story.language());
    }
}
