package org.sistercities.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Says what a schema would break, compared with the one that was released. Only words and new optional properties may
 * change. {@link EventCodec} checks at both ends, so a tighter rule makes stored events unreadable and a looser one makes
 * consumers that are not yet upgraded refuse new events: both are breaks. A keyword this class does not know must stay
 * as it is.
 */
final class SchemaCompatibility {
    private static final Set<String> WORDS = Set.of("title", "description", "examples", "deprecated", "$comment");

    private final List<String> breaks = new ArrayList<>();

    private SchemaCompatibility() {}

    /** What consumers and stored events would suffer, per type and place; empty when nothing. */
    static List<String> breaks(Map<String, JsonNode> released, Map<String, JsonNode> current) {
        return released.keySet().stream()
                .sorted()
                .flatMap(type -> current.containsKey(type)
                        ? breaks(released.get(type), current.get(type)).stream().map(found -> type + found)
                        : Stream.of(type + " has disappeared"))
                .toList();
    }

    static List<String> breaks(JsonNode released, JsonNode current) {
        var comparison = new SchemaCompatibility();
        comparison.compare("", released, current);
        return comparison.breaks;
    }

    private void compare(String at, JsonNode released, JsonNode current) {
        if (!released.isObject() || !current.isObject()) { // true, false or nothing where a schema may stand
            compareAsIs(at, "schema", released, current);
            return;
        }
        var keywords = new TreeSet<>(released.propertyNames());
        keywords.addAll(current.propertyNames());
        keywords.removeAll(WORDS);
        for (var keyword : keywords) {
            var was = released.path(keyword);
            var is = current.path(keyword);
            switch (keyword) {
                case "properties" -> compareProperties(at, was, is);
                case "items" -> compare(at + "/*", was, is);
                case "required" -> compareValues(at, was, is, "was required", "is newly required");
                case "enum" -> compareValues(at, was, is, "is no longer an enum value", "is a new enum value");
                case "type" -> compareValues(at, was, is, "is no longer a type", "is a new type");
                case "minimum", "exclusiveMinimum", "minLength", "minItems" -> compareBounds(at, keyword, was, is, 1);
                case "maximum", "exclusiveMaximum", "maxLength", "maxItems" -> compareBounds(at, keyword, was, is, -1);
                default -> compareAsIs(at, keyword, was, is);
            }
        }
    }

    private void compareProperties(String at, JsonNode was, JsonNode is) {
        for (var property : was.properties()) {
            var name = property.getKey();
            if (is.has(name)) compare(at + "/" + name, property.getValue(), is.get(name));
            else broken(at + "/" + name, "property removed");
        }
    }

    private void compareValues(String at, JsonNode was, JsonNode is, String lost, String gained) {
        var before = values(was);
        var after = values(is);
        before.stream().filter(value -> !after.contains(value)).forEach(value -> broken(at, value + " " + lost));
        after.stream().filter(value -> !before.contains(value)).forEach(value -> broken(at, value + " " + gained));
    }

    private void compareAsIs(String at, String keyword, JsonNode was, JsonNode is) {
        if (!was.equals(is)) broken(at, "%s changed from %s to %s".formatted(keyword, text(was), text(is)));
    }

    /** @param sign 1 for a lower bound, which is tighter when it grows; -1 for an upper one */
    private void compareBounds(String at, String keyword, JsonNode was, JsonNode is, int sign) {
        if (was.equals(is)) return;
        var tighter = was.isMissingNode()
                || !is.isMissingNode() && sign * is.decimalValue().compareTo(was.decimalValue()) > 0;
        broken(at, "%s %s from %s to %s".formatted(keyword, tighter ? "tightened" : "loosened", text(was), text(is)));
    }

    private void broken(String at, String how) {
        breaks.add(" " + (at.isEmpty() ? "/" : at) + ": " + how);
    }

    private static List<JsonNode> values(JsonNode node) {
        return node.isArray() ? node.valueStream().toList() : node.isMissingNode() ? List.of() : List.of(node);
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
