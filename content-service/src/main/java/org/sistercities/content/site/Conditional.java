package org.sistercities.content.site;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers anybody may keep if they ask whether they still hold; nothing is made for those who have them. The gateway need not ask for
 * two seconds, so that a story everybody reads is asked for once in that time.
 */
public final class Conditional {
    private static final int TAG_LENGTH = 32;

    public static final CacheControl PUBLIC =
            CacheControl.maxAge(Duration.ZERO).mustRevalidate().cachePublic().sMaxAge(Duration.ofSeconds(2));

    private Conditional() {}

    /** A strong entity tag for what is made of this state. */
    public static String tag(String state) {
        return "\"" + IdempotentRequest.sha256(state).substring(0, TAG_LENGTH) + "\"";
    }

    /**
     * The answer, or that there is nothing new.
     *
     * @param ifNoneMatch the request's header: what the client has
     */
    public static ResponseEntity<byte[]> answer(
            String etag, @Nullable String ifNoneMatch, MediaType type, Supplier<byte[]> body) {
        if (isKnown(etag, ifNoneMatch)) return notModified(etag);
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(PUBLIC)
                .contentType(type)
                .body(body.get());
    }

    /** There is nothing new. */
    public static ResponseEntity<byte[]> notModified(String etag) {
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                .eTag(etag)
                .cacheControl(PUBLIC)
                .build();
    }

    /**
     * Whether somebody without an account reads, and says nothing but which address: what such answers consist of is everybody's, so
     * they may be given at the door.
     */
    public static boolean isVisit(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod())
                && request.getURI().getRawQuery() == null
                && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    }

    /**
     * The answer, or that there is nothing new, written at once.
     *
     * @param ready the answer; null when it has to be made first
     * @return null when it has to be made, and nothing was written
     */
    public static @Nullable Mono<Void> atOnce(ServerWebExchange exchange, String etag, byte @Nullable [] ready) {
        var response = exchange.getResponse();
        var known = exchange.getRequest().getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH);
        boolean isKnown = isKnown(etag, known);
        if (!isKnown && ready == null) return null;
        response.setStatusCode(isKnown ? HttpStatus.NOT_MODIFIED : HttpStatus.OK);
        var headers = response.getHeaders();
        headers.setETag(etag);
        headers.setCacheControl(PUBLIC);
        if (isKnown || ready == null) return Mono.defer(response::setComplete);
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setContentLength(ready.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(ready)));
    }

    /** Whether what the client has is this very answer. */
    public static boolean isKnown(String etag, @Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) return false;
        for (var tag : ifNoneMatch.split(",", -1)) {
            var bare = tag.strip();
            if (bare.equals("*") || bare.equals(etag) || bare.equals("W/" + etag)) return true;
        }
        return false;
    }
}
