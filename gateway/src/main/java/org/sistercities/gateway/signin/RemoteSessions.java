package org.sistercities.gateway.signin;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What can happen to sessions elsewhere, and must not become an error here: another replica ends one that is in use, and a release
 * wrote one this one cannot read.
 */
final class RemoteSessions<S extends Session> implements ReactiveSessionRepository<S> {
    private static final Logger log = LoggerFactory.getLogger(RemoteSessions.class);
    private final ReactiveSessionRepository<S> sessions;

    private RemoteSessions(ReactiveSessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    static <S extends Session> ReactiveSessionRepository<S> in(ReactiveSessionRepository<S> sessions) {
        return new RemoteSessions<>(sessions);
    }

    @Override
    public Mono<S> createSession() {
        return sessions.createSession();
    }

    @Override
    public Mono<Void> save(S session) {
        return away(() -> sessions.save(session))
                .onErrorResume(
                        IllegalStateException.class, over -> Mono.empty()); // so says Spring Session; it stays over
    }

    @Override
    public Mono<S> findById(String id) {
        return away(() -> sessions.findById(id)).onErrorResume(RemoteSessions::isUnreadable, unreadable -> {
            log.info("A session nobody can read is over: {}", unreadable.toString());
            return deleteById(id).then(Mono.empty());
        });
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return away(() -> sessions.deleteById(id));
    }

    /** What a save left behind of a session that was ended at that moment lacks the beginning: an illegal state. */
    private static boolean isUnreadable(Throwable failure) {
        return failure instanceof SerializationException || failure instanceof IllegalStateException;
    }

    /** Connecting to Redis blocks, when there is no connection yet; the server's own threads must not. */
    private static <T> Mono<T> away(Supplier<Mono<T>> call) {
        return Mono.defer(call).subscribeOn(Schedulers.boundedElastic());
    }
}
