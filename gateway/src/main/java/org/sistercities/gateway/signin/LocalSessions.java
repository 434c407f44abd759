package org.sistercities.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions in this replica's memory, a bounded number of them. */
final class LocalSessions implements SessionKeeper {
    private final InMemoryWebSessionStore store = new InMemoryWebSessionStore() {
        @Override
        public Mono<WebSession> createWebSession() {
            return super.createWebSession().doOnNext(session -> session.setMaxIdleTime(Sessions.TO_SIGN_IN));
        }
    };
    private final Cache<String, Set<String>> ofOwners;

    LocalSessions(SignInProperties signIn, SessionsProperties sessions) {
        store.setMaxSessions(signIn.sessions());
        ofOwners = Caffeine.newBuilder()
                .maximumSize(2L * signIn.sessions())
                .expireAfterWrite(sessions.longest())
                .build();
    }

    @Override
    public WebSessionStore store() {
        return store;
    }

    @Override
    public Mono<Void> note(String owner, String session) {
        return Mono.fromRunnable(() -> ofOwners.asMap().merge(owner, Set.of(session), LocalSessions::both));
    }

    @Override
    public Flux<String> take(String owner) {
        return Flux.defer(() -> {
            var sessions = ofOwners.asMap().remove(owner);
            return sessions == null ? Flux.empty() : Flux.fromIterable(sessions);
        });
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** {@link TokenRelay} sees to it within a replica. */
    @Override
    public <T> Mono<T> alone(String session, Mono<T> work) {
        return work;
    }
}
