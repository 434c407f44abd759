package org.sistercities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.backing.FreePort;

/** Two gateways that count in one Redis, and what becomes of it when that is away. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedLimitsTest {
    private static final int QUOTA = 10;
    private RedisServer redis;
    private Replica one;
    private Replica other;
    private static StubService service;

    @BeforeAll
    static void service() {
        service = new StubService();
    }

    @BeforeEach
    void start() {
        redis = RedisServer.start();
        var settings = Map.of(
                "sistercities.limits.store",
                "redis",
                "spring.data.redis.timeout",
                "5s",
                "spring.data.redis.port",
                Integer.toString(redis.port),
                "sistercities.services.city",
                service.uri(),
                "sistercities.limits.rates.read.quota",
                Integer.toString(QUOTA),
                "sistercities.limits.rates.read.window",
                "30m");
        one = Replica.start(FreePort.any(), settings);
        other = Replica.start(FreePort.any(), settings);
    }

    @AfterEach
    void stop() throws Exception {
        for (var server : new AutoCloseable[] {one, other, redis}) if (server != null) server.close();
    }

    @AfterAll
    static void stopService() {
        service.stop();
    }

    @Test
    void both_together_let_through_one_quota() {
        for (int i = 1; i <= QUOTA; i++) {
            var answer = read(i % 2 == 0 ? one : other);
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"read\";q=10;w=1800");
            assertThat(header(answer, "RateLimit")).startsWith("\"read\";r=" + (QUOTA - i) + ";t=");
        }
        for (var replica : new Replica[] {one, other}) {
            var refused = read(replica);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("/problems/too-many-requests");
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 180);
        }
        assertThat(countedAlone()).isZero();
    }

    @Test
    void of_many_at_once_no_more_than_the_quota_get_through() {
        read(one); // who asks first connects
        read(other);
        var answers = IntStream.range(0, 60)
                .mapToObj(n -> (n % 2 == 0 ? one : other).client().start("/api/v1/cities", request -> {}))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).filter(answer -> answer.statusCode() == 201))
                .hasSize(QUOTA - 2);
    }

    @Test
    void when_redis_dies_each_counts_for_itself_and_together_again_when_it_is_back() {
        for (int i = 0; i < QUOTA; i++) read(one);
        assertThat(read(other).statusCode()).isEqualTo(429);

        redis.kill();
        eachCountsForItself();

        redis.restart();
        togetherAgain();
    }

    @Test
    void when_redis_hangs_nobody_waits_for_it() {
        for (int i = 0; i < QUOTA; i++) read(one);
        assertThat(read(other).statusCode()).isEqualTo(429);

        redis.hang();
        eachCountsForItself();
        redis.goOn();
        assertThat(countedAlone()).isPositive();
    }

    @Test
    void a_gateway_starts_without_redis_and_counts_for_itself_until_it_is_there() {
        redis.kill();
        eachCountsForItself();
        redis.restart();
        togetherAgain();
    }

    private void eachCountsForItself() {
        for (var replica : new Replica[] {one, other}) {
            var before = System.nanoTime();
            for (int i = 0; i < QUOTA; i++)
                assertThat(read(replica).statusCode()).isEqualTo(201);
            assertThat(read(replica).statusCode()).isEqualTo(429);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(countedAlone()).isPositive();
    }

    /** It has forgotten everything: there is a whole quota again, for both. */
    private void togetherAgain() {
        for (var replica : new Replica[] {one, other})
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> read(replica).statusCode() == 201);
        for (int i = 0; i < QUOTA; i++) read(one);
        assertThat(read(other).statusCode()).isEqualTo(429);
    }

    private double countedAlone() {
        return one.bean(MeterRegistry.class)
                .get("sistercities.limits.local")
                .counter()
                .count();
    }

    private static HttpResponse<String> read(Replica replica) {
        return replica.client().get("/api/v1/cities");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
