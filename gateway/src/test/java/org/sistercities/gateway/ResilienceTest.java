package org.sistercities.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.backing.FreePort;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One service slow, one with a dead instance, and clients that do their worst: the others' requests do not suffer. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "sistercities.limits.rates.read.quota=100000",
            "sistercities.limits.rates.registration.quota=100000",
            "sistercities.routing.concurrent=40",
            "sistercities.routing.patience=5s",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=3s"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResilienceTest {
    private static final StubService HEALTHY = new StubService();
    private static final StubService EVENTS = new StubService();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private Client client;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) throws IOException {
        int dead = FreePort.any();
        properties.add("sistercities.services.city", () -> HEALTHY.uri() + ",http://127.0.0.1:" + dead);
        properties.add("sistercities.services.content", HEALTHY::uri);
        properties.add("sistercities.services.events", EVENTS::uri);
    }

    @BeforeEach
    void client() {
        client = new Client(port);
        EVENTS.failing.set(0);
        EVENTS.seen.clear();
        EVENTS.mostAtOnce.set(0);
    }

    @AfterAll
    static void stop() {
        HEALTHY.stop();
        EVENTS.stop();
    }

    @Test
    void a_slow_service_shuts_its_own_route_takes_only_its_places_and_the_others_answer_as_ever() {
        assertThat(client.get("/api/v1/stories").statusCode()).isEqualTo(201); // warm
        var slow = new ArrayList<CompletableFuture<java.net.http.HttpResponse<String>>>();
        for (int i = 0; i < 60; i++) slow.add(client.start("/api/v1/events/after-30000-ms?n=" + i, request -> {}));
        var start = Instant.now();
        assertThat(client.get("/api/v1/stories").statusCode()).isEqualTo(201);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));

        var statuses = slow.stream().map(answer -> answer.join().statusCode()).toList();
        assertThat(statuses).filteredOn(status -> status == 504).hasSizeLessThanOrEqualTo(40);
        assertThat(statuses).filteredOn(status -> status == 503).hasSizeGreaterThanOrEqualTo(20);

        EVENTS.seen.clear();
        var shut = client.get("/api/v1/events/gala");
        assertThat(shut.statusCode()).isEqualTo(503);
        assertThat(shut.headers().firstValue("Retry-After")).isPresent();
        assertThat(EVENTS.seen).isEmpty();
        assertThat(client.get("/api/v1/registrations/r1").statusCode()).isEqualTo(201); // a route of its own
        assertThat(new Client(managementPort).get("/actuator/prometheus").body())
                .contains("resilience4j_circuitbreaker_state{name=\"events-service\",state=\"open\"} 1");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> client.get("/api/v1/events/gala").statusCode() == 201);
    }

    @Test
    void a_rush_of_registrations_waits_in_line_for_its_turn() throws InterruptedException {
        EVENTS.hold();
        var rush = start("/api/v1/events/gala/registrations", 300);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> EVENTS.seen.size() >= 128);
        Thread.sleep(300); // for more, if there were no line
        EVENTS.letGo();
        assertThat(rush)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
        assertThat(EVENTS.mostAtOnce.get()).isEqualTo(128);
        assertThat(EVENTS.seen)
                .hasSize(300)
                .allSatisfy(seen -> assertThat(seen.body()).asString().isEqualTo("{}"));
    }

    @Test
    void who_waits_too_long_in_line_or_goes_away_has_asked_for_nothing() {
        EVENTS.hold();
        var first = start("/api/v1/events/first/registrations", 128);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> EVENTS.seen.size() == 128);
        var gone = start("/api/v1/events/gone/registrations", 20);
        var late = start("/api/v1/events/late/registrations", 20);
        gone.forEach(request -> request.cancel(true));

        assertThat(late).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().body()).contains("too-many-at-once");
            assertThat(answer.join().headers().firstValue("Retry-After")).isPresent();
        });
        EVENTS.letGo();
        assertThat(first)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
        assertThat(start("/api/v1/events/next/registrations", 128))
                .allSatisfy(
                        answer -> assertThat(answer.join().statusCode()).isEqualTo(201)); // every place is there again
        assertThat(EVENTS.seen)
                .noneMatch(
                        seen -> seen.target().contains("late") || seen.target().contains("gone"));
    }

    @Test
    void who_sends_a_registration_slowly_takes_no_place() throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < 200; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            socket.getOutputStream()
                    .write("POST /api/v1/events/gala/registrations HTTP/1.1\r\nHost: g\r\nContent-Length: 9\r\n\r\n1"
                            .getBytes(UTF_8));
        }
        assertThat(start("/api/v1/events/gala/registrations", 1)
                        .getFirst()
                        .join()
                        .statusCode())
                .isEqualTo(201);
        for (var socket : sockets) socket.close();
    }

    private List<CompletableFuture<java.net.http.HttpResponse<String>>> start(String path, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> client.start(path, request -> request.POST(BodyPublishers.ofString("{}"))))
                .toList();
    }

    @Test
    void reading_does_not_notice_a_dead_instance_and_writing_notices_it_once() {
        for (int i = 0; i < 50; i++)
            assertThat(client.get("/api/v1/cities").statusCode()).isEqualTo(201);
        var failed = 0;
        for (int i = 0; i < 50; i++)
            if (client.send("/api/v1/cities", request -> request.POST(BodyPublishers.ofString("{}")))
                            .statusCode()
                    != 201) failed++;
        assertThat(failed).isLessThan(5);
    }

    @Test
    void a_503_is_asked_again_once_for_a_get_and_never_for_a_post() {
        EVENTS.failing.set(1);
        assertThat(client.get("/api/v1/registrations/r1").statusCode()).isEqualTo(201);
        assertThat(EVENTS.seen).hasSize(2);

        EVENTS.seen.clear();
        EVENTS.failing.set(1);
        assertThat(client.send("/api/v1/registrations/r1", request -> request.POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(503);
        assertThat(EVENTS.seen).hasSize(1);
    }

    @Test
    void clients_that_send_slowly_or_hang_up_do_not_shut_a_route() throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < 30; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            socket.getOutputStream()
                    .write("POST /api/v1/stories HTTP/1.1\r\nHost: g\r\nContent-Length: 9\r\n\r\n1".getBytes(UTF_8));
        }
        for (var socket : sockets.subList(0, 15)) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
        for (var socket : sockets.subList(15, 30)) {
            socket.setSoTimeout(20_000);
            var answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 408");
            socket.close();
        }
        assertThat(client.get("/api/v1/stories").statusCode()).isEqualTo(201);
    }
}
