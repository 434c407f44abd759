package org.sistercities.events.door;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Something that changes, as server-sent events: told at once and then whenever it is something else. */
public final class Live {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2); // the gateway gives up on five silent seconds

    private Live() {}

    /**
     * What it is now, and then what it has become.
     *
     * @param now what it is; may take its time
     */
    public static <T> Flux<ServerSentEvent<T>> of(String name, Duration lookEvery, Supplier<T> now) {
        var changes = Flux.interval(Duration.ZERO, lookEvery)
                .onBackpressureDrop()
                .concatMap(_ -> Mono.fromSupplier(now).subscribeOn(Schedulers.boundedElastic()), 1)
                .distinctUntilChanged()
                .map(state -> ServerSentEvent.builder(state).event(name).build());
        var alive = Flux.interval(SIGN_OF_LIFE)
                .onBackpressureDrop()
                .map(_ -> ServerSentEvent.<T>builder().comment("").build());
        return Flux.merge(changes, alive);
    }
}
