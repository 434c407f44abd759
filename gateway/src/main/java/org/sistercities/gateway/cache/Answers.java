package org.sistercities.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** All answers that are kept, in a bounded number of bytes. What nobody asks for goes after a few minutes. */
final class Answers {
    private static final Duration UNASKED = Duration.ofMinutes(5);
    private static final Duration PASSING = Duration.ofMinutes(1);
    private static final int MOST_PASSING = 10_000;
    private final LongSupplier nanoTime;
    private final Cache<String, Shelf> shelves;
    private final Cache<String, Boolean> notForKeeping;

    Answers(long bytes, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.shelves = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String address, Shelf shelf) -> 2 * address.length() + shelf.weight())
                .expireAfterAccess(UNASKED)
                .ticker(nanoTime::getAsLong)
                .build();
        this.notForKeeping = Caffeine.newBuilder()
                .maximumSize(MOST_PASSING)
                .expireAfterWrite(PASSING)
                .ticker(nanoTime::getAsLong)
                .build();
    }

    /** What requests have in common that one answer serves; the same for a HEAD as for a GET. */
    record Question(String address, List<String> values) {}

    Question question(ServerHttpRequest request) {
        var address = address(request);
        return new Question(address, shelf(address).values(request.getHeaders()));
    }

    Optional<Answer> find(ServerHttpRequest request) {
        return shelf(address(request)).answerTo(request.getHeaders());
    }

    void put(ServerHttpRequest request, Answer answer) {
        shelves.asMap()
                .compute(
                        address(request),
                        (address, shelf) -> (shelf == null ? Shelf.EMPTY : shelf).with(request.getHeaders(), answer));
    }

    /** Remembers that nobody needs to wait for what this request brings. */
    void notForKeeping(ServerHttpRequest request) {
        notForKeeping.put(address(request), true);
    }

    boolean isNotForKeeping(ServerHttpRequest request) {
        return notForKeeping.getIfPresent(address(request)) != null;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    long bytes() {
        shelves.cleanUp();
        return shelves.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    private Shelf shelf(String address) {
        var shelf = shelves.getIfPresent(address);
        return shelf == null ? Shelf.EMPTY : shelf;
    }

    private static String address(ServerHttpRequest request) {
        var uri = request.getURI();
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
