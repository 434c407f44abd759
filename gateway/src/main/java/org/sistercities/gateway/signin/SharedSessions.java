package org.sistercities.gateway.signin;

import java.net.URL;
import java.time.Duration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.serializer.GenericJacksonJsonRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Sessions in Redis, known to all replicas, by Spring Session. */
final class SharedSessions implements SessionKeeper {
    private static final String PREFIX = "sistercities:session";
    private static final Duration LONGEST_WORK = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final ReactiveStringRedisTemplate redis;
    private final WebSessionStore store;
    private final Duration longest;

    SharedSessions(ReactiveRedisConnectionFactory connections, SessionsProperties properties) {
        this.redis = new ReactiveStringRedisTemplate(connections);
        this.longest = properties.longest();
        var sessions = new ReactiveRedisSessionRepository(new ReactiveRedisTemplate<>(connections, json()));
        sessions.setRedisKeyNamespace(PREFIX);
        sessions.setDefaultMaxInactiveInterval(Sessions.TO_SIGN_IN);
        this.store = new SpringSessionWebSessionStore<>(RemoteSessions.in(sessions));
    }

    @Override
    public WebSessionStore store() {
        return store;
    }

    @Override
    public Mono<Void> note(String owner, String session) {
        var key = PREFIX + ":of:" + owner;
        return redis.opsForSet()
                .add(key, session)
                .then(redis.expire(key, longest))
                .then();
    }

    @Override
    public Flux<String> take(String owner) {
        var key = PREFIX + ":of:" + owner;
        return redis.opsForSet()
                .members(key)
                .collectList()
                .flatMap(sessions -> redis.delete(key).thenReturn(sessions))
                .flatMapIterable(sessions -> sessions);
    }

    @Override
    public <T> Mono<T> alone(String session, Mono<T> work) {
        var lock = PREFIX + ":busy:" + session;
        var taken = redis.opsForValue()
                .setIfAbsent(lock, "", LONGEST_WORK)
                .filter(isOurs -> isOurs)
                .switchIfEmpty(Mono.error(Busy::new))
                .retryWhen(
                        Retry.fixedDelay(WAIT.dividedBy(LOOK_AGAIN), LOOK_AGAIN).filter(Busy.class::isInstance));
        return Mono.usingWhen(taken, ours -> work, ours -> redis.delete(lock));
    }

    /** Another replica is at it. */
    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** JSON of the classes Spring Security allows: who can write to Redis cannot make the gateway load any other. */
    private static RedisSerializationContext<String, Object> json() {
        var allowed = BasicPolymorphicTypeValidator.builder().allowIfSubType(URL.class); // such as the issuer, a claim
        var json = JsonMapper.builder()
                .addModules(SecurityJacksonModules.getModules(SharedSessions.class.getClassLoader(), allowed))
                .build();
        return RedisSerializationContext.<String, Object>newSerializationContext(RedisSerializer.string())
                .hashValue(new GenericJacksonJsonRedisSerializer(json))
                .build();
    }
}
