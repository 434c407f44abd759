package org.sistercities.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** The APIs as a test wants them: an answer for each path, noted requests; what has no answer is not there. */
final class StubApi {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    record Answer(int status, String body) {}

    record Seen(
            String method,
            String target,
            String key,
            String token,
            String authorization,
            String ifMatch,
            String body) {}

    StubApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on this is said below this path, whatever its parameters. */
    void says(String methodAndPath, int status, String body) {
        answers.put(methodAndPath, new Answer(status, body));
    }

    void forgets() {
        answers.clear();
        seen.clear();
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            var headers = exchange.getRequestHeaders();
            seen.add(new Seen(
                    method,
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Idempotency-Key"),
                    headers.getFirst("Registration-Token"),
                    headers.getFirst("Authorization"),
                    headers.getFirst("If-Match"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var known = answers.getOrDefault(
                    method + " " + exchange.getRequestURI().getPath(), new Answer(404, "{\"status\":404}"));
            var body = known.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(known.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
