package org.sistercities.gateway.cache;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A 200 of a service, whole. */
final class Answer {
    private static final int OVERHEAD = 512; // of objects and names, roughly
    private static final int PER_HEADER = 100;
    private static final Set<String> CHANGED_BY_A_304 = Set.of("etag", "cache-control", "vary", "expires", "date");

    private final HttpHeaders headers;
    private final byte[] body;
    private final long came;
    private final long fresh;

    /**
     * An answer that has just come, or has just been confirmed.
     *
     * @param headers those the service gave, none of which are the gateway's or the connection's
     * @param came when it was last known to hold, by the clock of the cache
     * @param longest it may be given unasked, whatever its headers allow
     */
    Answer(HttpHeaders headers, byte[] body, long came, Duration longest) {
        this.headers = HttpHeaders.readOnlyHttpHeaders(headers);
        this.body = body;
        this.came = came;
        var allowed = Directives.of(headers).freshness();
        this.fresh = (allowed.compareTo(longest) < 0 ? allowed : longest).toNanos();
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** Whether it must be asked for each time anew. */
    boolean isNeverFresh() {
        return fresh == 0;
    }

    boolean isFresh(long now) {
        return now - came < fresh;
    }

    long age(long now) {
        return Duration.ofNanos(now - came).toSeconds();
    }

    @Nullable
    String etag() {
        return headers.getETag();
    }

    /** The names of the request headers that decide whether it fits, in lower case. */
    List<String> vary() {
        return headers.getVary().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** The service said 304: it still holds. */
    Answer confirmed(HttpHeaders by, long now, Duration longest) {
        var kept = HttpHeaders.copyOf(headers);
        by.forEach((name, values) -> {
            if (CHANGED_BY_A_304.contains(name.toLowerCase(Locale.ROOT))) kept.put(name, values);
        });
        return new Answer(kept, body, now, longest);
    }

    /** What a client that has something already is told: whether it is this. */
    HttpStatus status(HttpHeaders request) {
        var etag = etag();
        if (etag == null) return HttpStatus.OK;
        return request.getIfNoneMatch().stream()
                        .anyMatch(known -> known.equals("*") || strong(known).equals(strong(etag)))
                ? HttpStatus.NOT_MODIFIED
                : HttpStatus.OK;
    }

    int weight() {
        return OVERHEAD + PER_HEADER * headers.size() + body.length;
    }

    private static String strong(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
