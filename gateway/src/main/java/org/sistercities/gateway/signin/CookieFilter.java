package org.sistercities.gateway.signin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Cookies are between browsers and the gateway; services neither see nor set any but the language a visitor reads the site in. */
@Component
final class CookieFilter implements HttpHeadersFilter {
    private static final Pattern LANGUAGE = Pattern.compile("(?:^|;\\s*)(language=[a-z]{2})(?=\\s*(?:;|$))");

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        var kept = new HttpHeaders();
        kept.putAll(headers);
        kept.remove(HttpHeaders.COOKIE);
        kept.remove(HttpHeaders.SET_COOKIE);
        language(headers).ifPresent(cookie -> kept.set(HttpHeaders.COOKIE, cookie));
        headers.getOrEmpty(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.startsWith("language="))
                .forEach(cookie -> kept.add(HttpHeaders.SET_COOKIE, cookie));
        return kept;
    }

    private static Optional<String> language(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.COOKIE).stream()
                .map(LANGUAGE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    @Override
    public boolean supports(Type type) {
        return true;
    }
}
