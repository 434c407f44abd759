package org.sistercities.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sistercities.backing.FreePort;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Services that are slow, dead or deaf, mostly with the shipped time-outs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "sistercities.routing.silence=2s"})
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailingServicesTest {
    private static final StubService SLOW = new StubService();
    private static final Deaf DEAF = new Deaf();
    private static final int DEAD_PORT = FreePort.any();

    @LocalServerPort
    private int port;

    private Client client;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("sistercities.services.events", SLOW::uri);
        properties.add("sistercities.services.content", () -> "http://127.0.0.1:" + DEAD_PORT);
        properties.add("sistercities.services.web", () -> "http://127.0.0.1:" + DEAD_PORT);
        properties.add("sistercities.services.city", () -> "http://127.0.0.1:" + DEAF.port());
    }

    @BeforeEach
    void client() {
        client = new Client(port);
    }

    @AfterAll
    static void stop() throws IOException {
        SLOW.stop();
        DEAF.close();
    }

    @Test
    void a_slow_service_is_a_504_after_5_seconds_but_a_registration_may_take_10() {
        var start = Instant.now();
        var event = client.start("/api/v1/events/after-60000-ms", request -> {});
        var registration = client.start("/api/v1/registrations/after-6500-ms", request -> {});

        assertProblem(event.join(), 504, "service-timeout");
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(registration.join().statusCode()).isEqualTo(201);
    }

    @Test
    void a_dead_service_is_a_503_that_says_when_to_ask_again() {
        var answer = client.get("/api/v1/stories");

        assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("127.0.0.1");
    }

    @Test
    void people_get_a_page_in_their_language_while_the_site_is_away_and_programs_the_problem() {
        var page = client.send(
                "/cities",
                request -> request.header("Accept", "text/html,*/*;q=0.8").header("Accept-Language", "de-AT,en;q=0.5"));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .containsPattern("style-src 'sha256-[A-Za-z0-9+/]{43}='");
        assertThat(page.body())
                .contains("<html lang=\"de\">", "<h1>Wir sind gleich wieder da</h1>", "Zur Startseite")
                .doesNotContain("{title}", "{text}", "{0}", "127.0.0.1");

        var chosen = client.send(
                "/cities",
                request -> request.header("Accept", "text/html")
                        .header("Accept-Language", "de")
                        .header("Cookie", "language=en"));
        assertThat(chosen.body()).contains("<html lang=\"en\">", "We will be right back");
        assertProblem(
                client.send("/api/v1/stories", request -> request.header("Accept", "text/html")),
                503,
                "service-unavailable");
    }

    @Test
    void a_service_that_does_not_take_the_connection_is_a_503_after_1_second() {
        var start = Instant.now();
        var answer = client.get("/api/v1/cities");

        assertProblem(answer, 503, "service-unavailable"); // not the 504 of an answer that does not come
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_request_a_service_hung_up_on_is_a_503_and_never_sent_twice() throws IOException {
        try (var rude = new Rude(DEAD_PORT)) {
            for (var resets : List.of(true, false)) {
                rude.resets = resets;
                assertThat(client.get("/api/v1/stories").statusCode())
                        .isEqualTo(204); // leaves a connection in the pool
                var answer = client.send("/api/v1/stories", request -> request.POST(BodyPublishers.ofString("once")));
                assertProblem(answer, 503, "service-unavailable");
                assertThat(rude.posts.getAndSet(0)).as("resets: " + resets).isEqualTo(1);
            }
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES) // the client's own time-out ends with the head
    void a_service_that_stops_in_the_middle_of_its_answer_leaves_no_client_waiting() throws IOException {
        for (var length : List.of("Content-Length: 100", "Transfer-Encoding: chunked")) {
            try (var stalling = new Stalling(DEAD_PORT, length)) {
                assertThatThrownBy(() -> client.get("/api/v1/stories"))
                        .as(length)
                        .rootCause()
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(HttpTimeoutException.class);
                assertThat(stalling.begun).as(length).hasPositiveValue();
            }
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"/problems/" + type + "\"").contains("\"status\":" + status);
    }

    /** Whoever still accepts keeps the port of a closed server: the last one out shuts the door. */
    private static void end(ServerSocket server, List<Socket> accepted, Thread listener) throws IOException {
        server.close();
        for (var socket : accepted) socket.close();
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens, but its queue of connections is full and nobody accepts any: connecting to it hangs. */
    private static final class Deaf {
        private final ServerSocket server;
        private final List<Socket> queued = new ArrayList<>();

        Deaf() {
            try {
                server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                while (fits()) assertThat(queued).hasSizeLessThan(100);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private boolean fits() throws IOException {
            var socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 300);
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }

        int port() {
            return server.getLocalPort();
        }

        void close() throws IOException {
            for (var socket : queued) socket.close();
            server.close();
        }
    }

    /** Begins every answer and ends none. */
    private static final class Stalling implements AutoCloseable {
        private final ServerSocket server;
        private final Thread listener;
        private final List<Socket> waiting = new CopyOnWriteArrayList<>();
        private final AtomicInteger begun = new AtomicInteger();

        Stalling(int port, String length) throws IOException {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listener = Thread.startVirtualThread(() -> listen("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\n3\r\nhal\r\n"));
        }

        private void listen(String half) {
            try {
                while (true) {
                    var socket = server.accept();
                    waiting.add(socket);
                    socket.getInputStream().read(new byte[8192]);
                    socket.getOutputStream().write(half.getBytes(UTF_8));
                    begun.incrementAndGet();
                }
            } catch (IOException e) {
                // closed
            }
        }

        @Override
        public void close() throws IOException {
            end(server, waiting, listener);
        }
    }

    /** Answers GETs, but hangs up on a POST, politely or not. */
    private static final class Rude implements AutoCloseable {
        private final ServerSocket server;
        private final Thread listener;
        private final List<Socket> accepted = new CopyOnWriteArrayList<>();
        private final AtomicInteger posts = new AtomicInteger();

        private volatile boolean resets;

        Rude(int port) throws IOException {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listener = Thread.startVirtualThread(this::listen);
        }

        private void listen() {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    accepted.add(socket);
                    serve(socket);
                    socket.setSoLinger(resets, 0); // with 0 seconds to linger the connection is reset
                } catch (IOException e) {
                    // closed: the loop ends
                }
            }
        }

        private void serve(Socket socket) throws IOException {
            var buffer = new byte[8192];
            for (int n = 1; n > 0; ) {
                n = socket.getInputStream().read(buffer);
                if (n > 0 && buffer[0] == 'P') {
                    posts.incrementAndGet();
                    return;
                }
                socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(UTF_8));
            }
        }

        @Override
        public void close() throws IOException {
            end(server, accepted, listener);
        }
    }
}
