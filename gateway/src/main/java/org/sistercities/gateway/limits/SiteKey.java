package org.sistercities.gateway.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * By what the site proves that it is the site: its visitors were counted when they asked for their pages, so what it asks for them
 * is not counted again.
 *
 * @param key what the gateway and the site share; without it the site is a client like any other, and the whole of it one client
 */
@ConfigurationProperties("sistercities.site")
record SiteKey(@Nullable String key) {
    static final String HEADER = "Site-Key";

    boolean isShownBy(ServerHttpRequest request) {
        @Nullable String shown = request.getHeaders().getFirst(HEADER);
        return key != null
                && !key.isEmpty()
                && shown != null
                && MessageDigest.isEqual(key.getBytes(UTF_8), shown.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "the site's key"; // in no log
    }
}
