package org.sistercities.web.page;

import java.time.Duration;
import java.util.Set;
import org.sistercities.web.api.SiteProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Whoever asks for a page with {@code ?lang=} gets it without, and reads the site in that language from then on. */
@Component
class LanguageChoice implements WebFilter {
    static final String COOKIE = "language";
    static final Set<String> LANGUAGES = Set.of("de", "en");
    private static final String PARAMETER = "lang";

    private final boolean https;

    LanguageChoice(SiteProperties site) {
        this.https = site.url().startsWith("https:");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var language = exchange.getRequest().getQueryParams().getFirst(PARAMETER);
        if (language == null || !LANGUAGES.contains(language)) return chain.filter(exchange);
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().set("Location", withoutLanguage(exchange));
        response.getHeaders().setCacheControl("no-store");
        response.addCookie(ResponseCookie.from(COOKIE, language)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(https)
                .httpOnly(true)
                .build());
        return response.setComplete();
    }

    /** Where it came from, on this site: a path that begins with two slashes would be another one. */
    private static String withoutLanguage(ServerWebExchange exchange) {
        var uri = exchange.getRequest().getURI();
        var path = "/" + uri.getRawPath().replaceFirst("^/+", "");
        var query = UriComponentsBuilder.newInstance()
                .query(uri.getRawQuery())
                .replaceQueryParam(PARAMETER)
                .build()
                .getQuery();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }
}
