package org.sistercities.city.partnership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Says over HTTP what representatives of cities say. */
public record PartnershipClient(WebTestClient http) {
    private static final String PARTNERSHIPS = "/api/v1/partnerships";

    public ResponseSpec propose(Object body, String bearer) {
        return propose(UUID.randomUUID().toString(), body, bearer);
    }

    public ResponseSpec propose(String key, Object body, String bearer) {
        return http.post()
                .uri(PARTNERSHIPS)
                .header("Idempotency-Key", key)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .bodyValue(body)
                .exchange();
    }

    /** Proposes, and answers with the id. */
    public String proposed(String kind, String bearer, String... cities) {
        return propose(Map.of("kind", kind, "cities", List.of(cities)), bearer)
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation()
                .toString()
                .substring(PARTNERSHIPS.length() + 1);
    }

    public ResponseSpec get(String id, String part) {
        return http.get().uri(PARTNERSHIPS + "/" + id + part).exchange();
    }

    /** With the revision that is current; whoever races says so by an explicit one. */
    public ResponseSpec step(String id, String bearer, Map<String, ?> body) {
        return send(HttpMethod.POST, id, "/steps", etag(id), bearer, body);
    }

    public ResponseSpec agree(String id, String bearer, Map<String, ?> body) {
        return send(HttpMethod.PUT, id, "/agreement", etag(id), bearer, body);
    }

    public ResponseSpec resolve(String id, String city, String bearer) {
        var body = Map.of("body", "City council", "reference", "12/2014", "date", "2014-06-01");
        return send(HttpMethod.PUT, id, "/resolutions/" + city, null, bearer, body);
    }

    public ResponseSpec sign(String id, String city, String hash, String bearer, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.putIfAbsent("signatory", Map.of("name", "Mayor of " + city, "title", "Mayor"));
        body.put("textHash", hash);
        return send(HttpMethod.PUT, id, "/signatures/" + city, null, bearer, body);
    }

    public String etag(String id) {
        return get(id, "").returnResult(Void.class).getResponseHeaders().getETag();
    }

    public ResponseSpec send(HttpMethod method, String id, String part, String ifMatch, String bearer, Object body) {
        return http.method(method)
                .uri(PARTNERSHIPS + "/" + id + part)
                .headers(headers -> {
                    if (ifMatch != null) headers.setIfMatch(ifMatch);
                    if (part.equals("/sessions"))
                        headers.set("Idempotency-Key", UUID.randomUUID().toString());
                })
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .bodyValue(body)
                .exchange();
    }
}
