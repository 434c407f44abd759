package org.sistercities.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReleasedSchemasTest {

    @Test
    void every_released_event_can_still_be_read_and_every_released_consumer_can_still_read() {
        assertThat(SchemaCompatibility.breaks(Baseline.releasedSchemas(), Baseline.currentSchemas()))
                .isEmpty();
    }

    @Test
    void every_event_has_a_schema_and_a_baseline_and_nothing_else_has() {
        var inCode = Baseline.RECORDS.stream().map(EventCodec::typeOf).toList();
        assertThat(EventCodec.ofAllServices().types()).containsExactlyInAnyOrderElementsOf(inCode);
        assertThat(Baseline.currentSchemas().keySet()).containsExactlyInAnyOrderElementsOf(inCode);
        assertThat(Baseline.releasedSchemas().keySet()).containsExactlyInAnyOrderElementsOf(inCode);
    }

    /** Read the other way round, a property that was added and not copied over looks like a removed one. */
    @Test
    void the_baseline_knows_every_property_of_today() {
        assertThat(SchemaCompatibility.breaks(Baseline.currentSchemas(), Baseline.releasedSchemas()))
                .isEmpty();
    }

    /** So a property added later needs a further golden file, and is then as safe as those of the first day. */
    @Test
    void every_property_occurs_in_a_golden_event() {
        var golden = Baseline.goldenEvents();
        Baseline.currentSchemas().forEach((type, schema) -> {
            var seen = new TreeSet<String>();
            golden.forEach((file, event) -> {
                if (file.startsWith(type + "/")) collectUsed("", event, seen);
            });
            assertThat(seen).as(type).containsAll(declared("", schema).toList());
        });
    }

    /** The comparison is shown to bite on the real files: without any one of their rules it complains. */
    @Test
    void each_rule_of_each_released_schema_is_guarded() {
        Baseline.releasedSchemas().forEach((type, released) -> {
            for (var place : objects(released).toList()) {
                for (var rule : List.copyOf(place.propertyNames())) {
                    if (List.of("description", "title").contains(rule)
                            && place.path(rule).isString()) continue;
                    var removed = place.remove(rule);
                    assertThat(SchemaCompatibility.breaks(
                                    Baseline.releasedSchemas().get(type), released))
                            .as("%s without %s: %s", type, rule, removed)
                            .isNotEmpty();
                    place.set(rule, removed);
                }
            }
        });
    }

    private static Stream<ObjectNode> objects(JsonNode schema) {
        var below = schema.valueStream().flatMap(ReleasedSchemasTest::objects);
        return schema instanceof ObjectNode object ? Stream.concat(Stream.of(object), below) : below;
    }

    private static Stream<String> declared(String at, JsonNode schema) {
        var own = schema.path("properties").properties().stream()
                .flatMap(property -> Stream.concat(
                        Stream.of(at + "/" + property.getKey()),
                        declared(at + "/" + property.getKey(), property.getValue())));
        return schema.has("items") ? Stream.concat(own, declared(at + "/*", schema.get("items"))) : own;
    }

    private static void collectUsed(String at, JsonNode value, TreeSet<String> seen) {
        seen.add(at);
        for (Map.Entry<String, JsonNode> property : value.properties())
            collectUsed(at + "/" + property.getKey(), property.getValue(), seen);
        if (value.isArray()) value.forEach(element -> collectUsed(at + "/*", element, seen));
    }
}
