package org.sistercities.quickstart.sample;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a client sees it: requests with the tokens of the issuer's clients. */
public final class Gateway {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> tokens = new HashMap<>();
    private final URI base;
    private final URI tokenEndpoint;
    private final Map<String, String> secrets;

    /**
     * @param secrets of the issuer's clients, by client id
     */
    public Gateway(URI base, URI tokenEndpoint, Map<String, String> secrets) {
        this.base = base;
        this.tokenEndpoint = tokenEndpoint;
        this.secrets = secrets;
    }

    /** What came back, all of it good news. */
    record Answer(JsonNode body, String etag, String location) {}

    Answer get(String client, String path) {
        return send(client, request(path).GET());
    }

    Answer post(String client, String path, String mediaType, String body, Map<String, String> headers) {
        var request = request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(client, request);
    }

    Answer put(String client, String path, String body) {
        return send(
                client, request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private Answer send(String client, HttpRequest.Builder request) {
        request.header("Authorization", "Bearer " + tokens.computeIfAbsent(client, this::fetchToken));
        var response = answered(request.build());
        return new Answer(
                json.readTree(response.body()),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Location").orElse(""));
    }

    private String fetchToken(String client) {
        var nameAndSecret = encoded(client) + ":" + encoded(secrets.getOrDefault(client, ""));
        var basic = Base64.getEncoder().encodeToString(nameAndSecret.getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(tokenEndpoint)
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return json.readTree(answered(request).body()).path("access_token").stringValue();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<String> answered(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2)
                throw new NotAccepted("%s %s was answered with %d: %s"
                        .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
            return response;
        } catch (IOException e) {
            throw new NotAccepted("%s %s failed: %s".formatted(request.method(), request.uri(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAccepted("interrupted");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A request of ours was refused or got no answer. */
    public static final class NotAccepted extends RuntimeException {
        NotAccepted(String message) {
            super(message);
        }
    }
}
