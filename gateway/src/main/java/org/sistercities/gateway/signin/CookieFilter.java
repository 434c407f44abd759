package org.sistercities.gateway.signin;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Cookies are between browsers and the gateway; services neither see nor set any. */
@Component
final class CookieFilter implements HttpHeadersFilter {

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        var kept = new HttpHeaders();
        kept.putAll(headers);
        kept.remove(HttpHeaders.COOKIE);
        kept.remove(HttpHeaders.SET_COOKIE);
        return kept;
    }

    @Override
    public boolean supports(Type type) {
        return true;
    }
}
