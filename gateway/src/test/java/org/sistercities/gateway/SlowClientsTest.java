package org.sistercities.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Clients that send a byte at a time, that send nothing, that take nothing, and thousands that only listen. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "sistercities.limits.rates.read.quota=100000",
            "sistercities.patience.head=3s",
            "sistercities.patience.body=3s",
            "sistercities.patience.idle=3s",
            "sistercities.patience.stalled=3s"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowClientsTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int STREAMS = 2000;
    private static final StubService SERVICE = new StubService();
    private static final AtomicInteger listening = new AtomicInteger();
    private static final AtomicInteger talkedTo = new AtomicInteger();
    private static final HttpServer EVENTS = events();

    @LocalServerPort
    private int port;

    private Client client;
    private final List<Socket> sockets = new ArrayList<>();

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("sistercities.services.city", SERVICE::uri);
        properties.add(
                "sistercities.services.events",
                () -> "http://127.0.0.1:" + EVENTS.getAddress().getPort());
    }

    @BeforeEach
    void client() {
        client = new Client(port);
    }

    @AfterEach
    void hang_up() throws IOException {
        for (var socket : sockets) socket.close();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
        EVENTS.stop(0);
    }

    @Test
    void thousands_who_listen_and_hundreds_who_dawdle_stop_nobody() throws Exception {
        for (int i = 0; i < STREAMS; i++)
            open("GET /api/v1/events/gala/dashboard HTTP/1.1\r\nHost: g\r\nAccept: text/event-stream\r\n\r\n");
        Awaitility.await().atMost(LONG).until(() -> listening.get() == STREAMS);
        for (int i = 0; i < 200; i++)
            open(
                    i % 2 == 0
                            ? "GET /api/v1/ci"
                            : "POST /api/v1/cities HTTP/1.1\r\nHost: g\r\nContent-Length: 9\r\n\r\nx");

        for (int i = 0; i < 50; i++)
            assertThat(client.get("/api/v1/cities").statusCode()).isEqualTo(201);
        var dawdlers = sockets.subList(STREAMS, sockets.size());
        Awaitility.await()
                .atMost(LONG)
                .until(() -> dawdlers.stream().allMatch(SlowClientsTest::isClosedAfterAByteMore));
        assertThat(client.get("/api/v1/cities").statusCode()).isEqualTo(201);
        assertThat(listening).hasValue(STREAMS); // who listens may go on
    }

    @Test
    void a_connection_nobody_uses_any_more_is_closed() throws IOException {
        var socket = open("GET /api/v1/cities HTTP/1.1\r\nHost: g\r\n\r\n");
        socket.setSoTimeout((int) LONG.toMillis());
        assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII)).startsWith("HTTP/1.1 201 ");
    }

    @Test
    void who_does_not_take_the_answer_does_not_keep_its_place() throws IOException {
        var deaf = new Socket();
        sockets.add(deaf);
        deaf.setReceiveBufferSize(1024);
        deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        deaf.getOutputStream().write("GET /api/v1/events/endless HTTP/1.1\r\nHost: g\r\n\r\n".getBytes(US_ASCII));
        Awaitility.await().atMost(LONG).until(() -> talkedTo.get() == 1);
        Awaitility.await().atMost(LONG).until(() -> talkedTo.get() == 0);
    }

    private Socket open(String request) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static boolean isClosedAfterAByteMore(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            socket.setSoTimeout(1);
            return socket.getInputStream().readAllBytes().length >= 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** Streams that say hello and are silent, and one that never ends talking. */
    private static HttpServer events() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", SlowClientsTest::stream);
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            var isEndless = exchange.getRequestURI().getPath().endsWith("/endless");
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var clients = isEndless ? talkedTo : listening;
            clients.incrementAndGet();
            try {
                exchange.getResponseBody().write(":hello\n\n".getBytes(US_ASCII));
                exchange.getResponseBody().flush();
                while (isEndless) exchange.getResponseBody().write(new byte[10_000]);
                Thread.sleep(LONG);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                clients.decrementAndGet();
            }
        }
    }
}
