package org.sistercities.content.editing;

import java.util.Map;
import java.util.UUID;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Visitors, authors and editors of a running content-service. */
public final class StoryClient {
    public static final String AUTHOR = TestIssuer.bearer("ada", Role.AUTHOR);
    public static final String BEN = TestIssuer.bearer("ben", Role.AUTHOR);
    public static final String EDITOR = TestIssuer.bearer("ed", Role.EDITOR);
    public static final String MEMBER = TestIssuer.bearer("mia", Role.MEMBER);

    private final WebTestClient http;

    public StoryClient(int port) {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port + "/api/v1/stories")
                .responseTimeout(java.time.Duration.ofMinutes(1))
                .build();
    }

    /** An answer's body and entity tag. */
    public record Answer(String id, String etag, Map<String, Object> body) {}

    public ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    public ResponseSpec get(String path, String bearer) {
        return http.get().uri(path).header("Authorization", bearer).exchange();
    }

    public ResponseSpec getUnless(String path, String etag) {
        return http.get().uri(path).header("If-None-Match", etag).exchange();
    }

    public ResponseSpec post(String bearer, String key, String json) {
        return http.post()
                .header("Authorization", bearer)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    public ResponseSpec put(String bearer, String id, String etag, String json) {
        return http.put()
                .uri("/" + id)
                .header("Authorization", bearer)
                .header("If-Match", etag)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    public ResponseSpec publish(String bearer, String id, String etag) {
        return http.post()
                .uri("/" + id + "/publication")
                .header("Authorization", bearer)
                .header("If-Match", etag)
                .exchange();
    }

    /** A write on an existing story; {@code json} null for none. */
    public ResponseSpec send(HttpMethod method, String path, String bearer, String etag, String json) {
        var request = http.method(method)
                .uri(path)
                .header("Authorization", bearer)
                .headers(headers -> {
                    if (etag != null) headers.set("If-Match", etag);
                });
        return json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json)
                        .exchange();
    }

    public ResponseSpec get(String path, HttpHeaders headers) {
        return http.get().uri(path).headers(all -> all.addAll(headers)).exchange();
    }

    public Answer drafted(String json) {
        return answer(
                post(AUTHOR, UUID.randomUUID().toString(), json).expectStatus().isCreated());
    }

    public Answer published(String json) {
        var draft = drafted(json);
        return answer(publish(EDITOR, draft.id(), draft.etag()).expectStatus().isOk());
    }

    @SuppressWarnings("unchecked")
    public static Answer answer(ResponseSpec response) {
        var result = response.expectBody(Map.class).returnResult();
        Map<String, Object> body = result.getResponseBody();
        return new Answer((String) body.get("id"), result.getResponseHeaders().getETag(), body);
    }

    public static void expectProblem(ResponseSpec response, int status, String name) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + name);
    }

    /** A story nobody else has, as JSON. */
    public static String aStory(String headline, String... more) {
        return """
                {"kind":"STORY","headline":"%s","body":"There was one ceremony and *two* rooms."%s}""".formatted(headline, more.length == 0 ? "" : "," + String.join(",", more));
    }
}
