package org.sistercities.web.staff;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Later;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Somebody at work, who asks the APIs in their own name: nothing is shown or done here that they could not do without the site. */
public final class Staff {
    private final Api api;
    private final String authorization;
    private final String name;
    private final List<String> roles;

    Staff(Api api, String authorization, String name, List<String> roles) {
        this.api = api;
        this.authorization = authorization;
        this.name = name;
        this.roles = roles;
    }

    /** As the issuer calls them. */
    public String name() {
        return name;
    }

    /** By the names of the claim, such as {@code events-manager}. */
    public List<String> roles() {
        return roles;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public <T> T get(Class<T> type, ApiPath path) {
        return api.get(type, path, headers());
    }

    /** Fetches a part of a page while others are fetched. */
    public <T> Later<T> later(Class<T> type, ApiPath path) {
        return api.later(() -> get(type, path));
    }

    /** With the edition, for a change of it. */
    public <T> Api.Tagged<T> tagged(Class<T> type, ApiPath path) {
        return api.tagged(type, path, headers());
    }

    /** Writes something new; the same key is the same request. */
    public <T> T create(ApiPath path, Object body, String key, Class<T> type) {
        return api.send(HttpMethod.POST, path, body, headers("Idempotency-Key", key), type);
    }

    /** Asks for an answer that needs more than a path. */
    public <T> T ask(ApiPath path, @Nullable Object body, Class<T> type) {
        return api.send(HttpMethod.POST, path, body, headers(), type);
    }

    /** Sends a file; the same key is the same file. */
    public <T> T upload(ApiPath path, byte[] file, String key, Class<T> type) {
        var headers = headers("Idempotency-Key", key);
        return api.upload(path, MediaType.APPLICATION_OCTET_STREAM, new ByteArrayResource(file), headers, type);
    }

    /** Changes the edition that was read. */
    public void change(HttpMethod method, ApiPath path, @Nullable Object body, String etag) {
        api.tell(method, path, body, headers("If-Match", etag));
    }

    /** Asks for something to be done that may be asked for again. */
    public void tell(HttpMethod method, ApiPath path, @Nullable Object body) {
        api.tell(method, path, body, headers());
    }

    public <T> List<T> lines(ApiPath path, MediaType type, String text, Class<T> line) {
        return api.lines(path, type, text, headers(), line);
    }

    /** Sends a file as it is. */
    public <T> T upload(ApiPath path, MediaType type, Path file, Class<T> answer) {
        return api.upload(path, type, new FileSystemResource(file), headers(), answer);
    }

    private Map<String, String> headers(String... further) {
        var headers = new HashMap<>(Map.of("Authorization", authorization));
        for (int i = 0; i < further.length; i += 2) headers.put(further[i], further[i + 1]);
        return headers;
    }
}
