package org.sistercities.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A path of the API with its parameters, each part encoded on its own, so that nothing a visitor types leaves its place. */
public final class ApiPath {
    private final StringBuilder text = new StringBuilder("/api/v1");
    private char separator = '?';

    private ApiPath() {}

    /** The path of these segments, below {@code /api/v1}. */
    public static ApiPath of(String... segments) {
        var path = new ApiPath();
        for (var segment : segments) path.text.append('/').append(UriUtils.encode(segment, UTF_8));
        return path;
    }

    /** With a parameter; one without a value is left out. */
    public ApiPath with(String name, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) return this;
        text.append(separator).append(name).append('=').append(UriUtils.encode(value.toString(), UTF_8));
        separator = '&';
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
