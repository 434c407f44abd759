package org.sistercities.platform.testing.api;

import java.util.List;
import java.util.Map;

/** Steps through JSON that has been read as maps and lists. */
final class Json {
    private Json() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static Map<String, Object> in(Object value, String name) {
        return object(object(value).get(name));
    }

    static List<?> list(Object value, String name) {
        return object(value).get(name) instanceof List<?> list ? list : List.of();
    }

    static List<String> texts(Object value, String name) {
        return list(value, name).stream().map(String::valueOf).toList();
    }
}
