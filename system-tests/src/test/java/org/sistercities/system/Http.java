package org.sistercities.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to one address, as a web client would. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();
    private final String base;

    Http(String base) {
        this.base = base;
    }

    /** An answer: its status, entity tag and JSON (missing when there is none). */
    record Answer(int status, String etag, String location, JsonNode body) {
        Answer expect(int expected) {
            if (status != expected) throw new AssertionError("expected " + expected + ", got " + this);
            return this;
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer send(String method, String path, Object body, String... headers) {
        try {
            return trySend(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base + path, e);
        }
    }

    /** Sends until it is answered by something else than an outage, for at most two minutes; the request must be repeatable. */
    Answer sendUntilAnswered(String method, String path, Object body, String... headers) {
        for (var patience = System.nanoTime() + Duration.ofMinutes(2).toNanos(); ; pause(Duration.ofMillis(200))) {
            try {
                var answer = trySend(method, path, body, headers);
                if (answer.status() < 500 || System.nanoTime() > patience) return answer;
            } catch (IOException e) {
                if (System.nanoTime() > patience) throw new UncheckedIOException(e);
            }
        }
    }

    boolean isOk(String path) {
        try {
            return trySend("GET", path, null).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer trySend(String method, String path, Object body, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) request.headers(headers);
        switch (body) {
            case null -> request.method(method, HttpRequest.BodyPublishers.noBody());
            case String text -> request.method(method, HttpRequest.BodyPublishers.ofString(text));
            default ->
                request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var headersBack = response.headers();
            return new Answer(
                    response.statusCode(),
                    headersBack.firstValue("ETag").orElse(""),
                    headersBack.firstValue("Location").orElse(""),
                    response.body().isBlank() ? JSON.missingNode() : JSON.readTree(response.body()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String form(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
