package org.sistercities.platform.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies to send, one for each operation that takes JSON: {@code src/test/resources/api-examples.json}, by operation id. They become part of
 * the description. Here only their shape is checked. What a payment provider sends has none, since
 * it counts only with the provider's signature.
 */
final class Examples {
    private static final Path FILE = Path.of("src", "test", "resources", "api-examples.json");
    private final Map<String, Object> bodies;
    private final Set<String> found = new TreeSet<>();

    private Examples(Map<String, Object> bodies) {
        this.bodies = bodies;
    }

    static Examples read() throws IOException {
        return new Examples(Json.object(new JsonMapper().readValue(Files.readString(FILE), Map.class)));
    }

    /** Puts each example beside its schema. */
    void into(Map<String, Map<String, Object>> paths, Map<String, ?> components) {
        var left = new TreeMap<>(bodies);
        paths.values()
                .forEach(operations -> operations.values().forEach(operation -> {
                    var id = String.valueOf(Json.object(operation).get("operationId"));
                    var media = Json.in(Json.in(Json.in(operation, "requestBody"), "content"), "application/json");
                    var schema = media.get("schema");
                    if (schema == null || "byte".equals(Json.object(schema).get("format"))) return;
                    @Nullable Object example = left.remove(id);
                    if (example == null) found.add(id + " has no example");
                    else {
                        compare(id, schema, example, components);
                        media.put("example", example);
                    }
                }));
        left.keySet().forEach(id -> found.add(id + " is no operation with a body"));
        assertThat(found).as(FILE + " and the operations").isEmpty();
    }

    private void compare(String where, Object written, Object value, Map<String, ?> components) {
        var schema = Json.object(written).get("$ref") instanceof String reference
                ? Json.object(components.get(reference.substring(reference.lastIndexOf('/') + 1)))
                : Json.object(written);
        switch (value) {
            case Map<?, ?> object
            when schema.containsKey("properties") -> members(where, schema, Json.object(object), components);
            case Map<?, ?> object ->
                object.forEach((name, member) ->
                        compare(where + "." + name, schema.get("additionalProperties"), member, components));
            case List<?> list -> list.forEach(item -> compare(where + "[]", schema.get("items"), item, components));
            default -> {
                var words = Json.texts(schema, "enum");
                if (!words.isEmpty() && !words.contains(String.valueOf(value)))
                    found.add(where + " is none of " + words);
            }
        }
        var type = String.valueOf(schema.get("type"));
        if (!type.equals(typeOf(value)) && !(type.equals("number") && value instanceof Number))
            found.add(where + " is no " + type);
    }

    private void members(
            String where, Map<String, Object> schema, Map<String, Object> object, Map<String, ?> components) {
        var properties = Json.in(schema, "properties");
        for (var name : Json.texts(schema, "required"))
            if (!object.containsKey(name)) found.add(where + " lacks " + name);
        object.forEach((name, member) -> {
            if (properties.containsKey(name)) compare(where + "." + name, properties.get(name), member, components);
            else found.add(where + " knows no " + name);
        });
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case Map<?, ?> _ -> "object";
            case List<?> _ -> "array";
            case Boolean _ -> "boolean";
            case Integer _, Long _ -> "integer";
            case Number _ -> "number";
            default -> "string";
        };
    }
}
