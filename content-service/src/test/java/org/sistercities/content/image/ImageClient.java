package org.sistercities.content.image;

import java.util.UUID;
import org.sistercities.content.editing.StoryClient;
import org.sistercities.content.editing.StoryClient.Answer;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Those who upload images, and those who look at them. */
public final class ImageClient {
    private final WebTestClient http;

    public ImageClient(int port) {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(java.time.Duration.ofMinutes(1))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(20_000_000))
                .build();
    }

    public ResponseSpec upload(String bearer, String key, String alt, byte[] file) {
        return http.post()
                .uri("/api/v1/images?alt={alt}", alt)
                .header("Authorization", bearer)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED) // as curl says when nobody tells it otherwise
                .bodyValue(file)
                .exchange();
    }

    public Answer uploaded(byte[] file) {
        return StoryClient.answer(upload(StoryClient.AUTHOR, UUID.randomUUID().toString(), "Two mayors", file)
                .expectStatus()
                .isCreated());
    }

    public ResponseSpec all(String bearer) {
        return http.get()
                .uri("/api/v1/images?limit=100")
                .header("Authorization", bearer)
                .exchange();
    }

    public ResponseSpec send(HttpMethod method, String id, String bearer, String etag, String json) {
        var request = http.method(method).uri("/api/v1/images/" + id).header("Authorization", bearer);
        if (etag != null) request.header("If-Match", etag);
        return json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json)
                        .exchange();
    }

    /** A visitor's request. */
    public ResponseSpec visit(HttpMethod method, String path, String ifNoneMatch) {
        var request = http.method(method).uri(path);
        if (ifNoneMatch != null) request.header("If-None-Match", ifNoneMatch);
        return request.exchange();
    }
}
