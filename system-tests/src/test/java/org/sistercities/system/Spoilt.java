package org.sistercities.system;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request's body with one thing in it that does not belong there, each thing and each place once. */
final class Spoilt {
    private static final List<JsonNode> STRANGE = Stream.of(
                    "{}",
                    "[null]",
                    "null",
                    "true",
                    "-1",
                    "1e300",
                    "\"\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"-999999999-01-01\"",
                    "\"9999-12-31T23:59:59-18:00\"",
                    "\"%s\"".formatted("x".repeat(3_000)))
            .map(JsonMapper.shared()::readTree)
            .toList();

    private Spoilt() {}

    static Stream<JsonNode> of(JsonNode body) {
        return Stream.concat(STRANGE.stream(), inside(body));
    }

    private static Stream<JsonNode> inside(JsonNode body) {
        return switch (body) {
            case ObjectNode object ->
                object.propertyNames().stream()
                        .flatMap(name -> of(object.get(name))
                                .map(strange -> object.deepCopy().set(name, strange)));
            case ArrayNode array
            when !array.isEmpty() ->
                of(array.get(0)).map(strange -> array.deepCopy().set(0, strange));
            default -> Stream.empty();
        };
    }
}
