package org.sistercities.platform.testing.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a client of the published description would stumble over in the present one: something it may call, send or rely on is
 * gone, or something is demanded that was not. Additions do not count.
 */
final class Breaks {
    private final Object before;
    private final Object after;
    private final Set<String> found = new TreeSet<>();
    private final Set<List<?>> compared = new HashSet<>();

    private Breaks(Object before, Object after) {
        this.before = before;
        this.after = after;
    }

    static Set<String> between(Object before, Object after) {
        var breaks = new Breaks(before, after);
        Json.in(before, "paths")
                .forEach((path, operations) -> Json.object(operations).forEach((method, operation) -> {
                    var now = Json.in(Json.in(Json.in(after, "paths"), path), method);
                    var where = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
                    if (now.isEmpty()) breaks.found.add(where + ": removed");
                    else breaks.operation(where, operation, now);
                }));
        return breaks.found;
    }

    private void operation(String where, Object was, Object is) {
        parameters(where, was, is);
        roles(where, was, is);
        var body = Json.in(was, "requestBody");
        var bodyNow = Json.in(is, "requestBody");
        if (Boolean.TRUE.equals(bodyNow.get("required")) && !Boolean.TRUE.equals(body.get("required")))
            found.add(where + ": a body is required");
        contents(where + ": body", body, bodyNow, true);
        Json.in(was, "responses").forEach((status, response) -> {
            var now = Json.in(Json.in(is, "responses"), status);
            if (now.isEmpty()) found.add(where + ": status " + status + " removed");
            else contents(where + ": answer", response, now, false);
        });
    }

    private void roles(String where, Object was, Object is) {
        var allowed = Json.texts(was, "x-roles");
        var allowedNow = Json.texts(is, "x-roles");
        if (allowed.isEmpty() && !allowedNow.isEmpty()) found.add(where + ": no longer for everyone");
        if (!allowedNow.isEmpty())
            allowed.stream()
                    .filter(role -> !allowedNow.contains(role))
                    .forEach(role -> found.add(where + ": no longer for " + role));
    }

    private void parameters(String where, Object was, Object is) {
        var old = byName(was);
        var now = byName(is);
        old.forEach((name, parameter) -> {
            var same = now.get(name);
            if (same == null) found.add(where + ": parameter " + name + " removed");
            else schema(where + ": parameter " + name, Json.in(parameter, "schema"), Json.in(same, "schema"), true);
        });
        now.forEach((name, parameter) -> {
            var isNew = Boolean.TRUE.equals(Json.object(parameter).get("required"))
                    && !Boolean.TRUE.equals(Json.object(old.get(name)).get("required"));
            if (isNew) found.add(where + ": parameter " + name + " is required");
        });
    }

    private static Map<String, Object> byName(Object operation) {
        return Json.list(operation, "parameters").stream()
                .collect(Collectors.toMap(
                        one -> Json.object(one).get("in") + " "
                                + Json.object(one).get("name"),
                        Function.<Object>identity(),
                        (one, other) -> one));
    }

    private void contents(String where, Object was, Object is, boolean isRequest) {
        Json.in(was, "content").forEach((type, media) -> {
            var now = Json.in(is, "content");
            if (!now.containsKey(type)) found.add(where + " as " + type + " removed");
            else schema(where, Json.in(media, "schema"), Json.in(now.get(type), "schema"), isRequest);
        });
    }

    private void schema(String where, Object was, Object is, boolean isRequest) {
        var old = resolved(before, was);
        var now = resolved(after, is);
        if (!compared.add(List.of(where.split(": ", 2)[0], old, now, isRequest)))
            return; // types may contain themselves
        if (!Objects.equals(old.get("type"), now.get("type"))
                || !Objects.equals(old.get("format"), now.get("format"))) {
            if (!old.isEmpty()) found.add(where + ": " + kind(old) + " has become " + kind(now));
            return;
        }
        words(where, old, now, isRequest);
        properties(where, old, now, isRequest);
        if (old.containsKey("items")) schema(where + "[]", old.get("items"), now.get("items"), isRequest);
        if (old.containsKey("additionalProperties"))
            schema(where + "{}", old.get("additionalProperties"), now.get("additionalProperties"), isRequest);
    }

    /** A word that was taken is refused; one more in an answer is an addition. */
    private void words(String where, Map<String, Object> old, Map<String, Object> now, boolean isRequest) {
        if (!isRequest || !now.containsKey("enum")) return;
        if (!old.containsKey("enum")) found.add(where + ": only some words");
        Json.texts(old, "enum").stream()
                .filter(word -> !Json.texts(now, "enum").contains(word))
                .forEach(word -> found.add(where + ": " + word + " removed"));
    }

    private void properties(String where, Map<String, Object> old, Map<String, Object> now, boolean isRequest) {
        var properties = Json.in(now, "properties");
        Json.in(old, "properties").forEach((name, property) -> {
            if (!properties.containsKey(name)) found.add(where + "." + name + " removed");
            else schema(where + "." + name, property, properties.get(name), isRequest);
        });
        var required = new ArrayList<>(Json.texts(isRequest ? now : old, "required"));
        required.removeAll(Json.texts(isRequest ? old : now, "required"));
        required.stream()
                .filter(properties::containsKey)
                .forEach(name ->
                        found.add(where + "." + name + (isRequest ? " is required" : " is no longer always there")));
    }

    private static Map<String, Object> resolved(Object document, Object schema) {
        return Json.object(schema).get("$ref") instanceof String reference
                ? Json.in(
                        Json.in(Json.in(document, "components"), "schemas"),
                        reference.substring(reference.lastIndexOf('/') + 1))
                : Json.object(schema);
    }

    private static String kind(Map<String, Object> schema) {
        return Objects.toString(schema.get("format"), Objects.toString(schema.get("type"), "anything"));
    }
}
