package org.sistercities.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code asyncapi.yaml} is written by hand; here it is held to what the code does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiTest {
    private static final JsonNode API = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readTree(AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml"));
    private static final JsonNode MESSAGES = API.at("/components/messages");
    private static final Map<String, String> TOPICS =
            Map.of("city", Topics.CITY, "content", Topics.CONTENT, "events", Topics.EVENTS);

    private final EventCodec codec = EventCodec.ofAllServices();

    @Test
    void it_speaks_of_every_event_in_code_and_of_no_other() {
        assertThat(API.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(MESSAGES.propertyNames()).containsExactlyInAnyOrderElementsOf(types());
    }

    @Test
    void every_channel_is_a_topic_and_carries_the_events_of_its_service() {
        assertThat(API.path("channels").propertyNames()).isEqualTo(TOPICS.keySet());
        TOPICS.forEach((service, topic) -> {
            var channel = API.path("channels").path(service);
            var own = types().stream()
                    .filter(type -> type.startsWith(service + "."))
                    .collect(toSet());
            assertThat(channel.path("address").asString()).isEqualTo(topic);
            assertThat(channel.path("messages").propertyNames()).isEqualTo(own);
            assertThat(own)
                    .allSatisfy(type -> assertThat(channel.path("messages")
                                    .path(type)
                                    .path("$ref")
                                    .asString())
                            .isEqualTo("#/components/messages/" + type));
        });
        assertThat(API.at("/components/channelBindings/topic/kafka/partitions").intValue())
                .isEqualTo(Topics.PARTITIONS);
    }

    @Test
    void every_service_sends_on_its_channel() {
        assertThat(API.path("operations")
                        .valueStream()
                        .filter(operation -> operation.path("action").asString().equals("send")))
                .extracting(operation -> operation.at("/channel/$ref").asString())
                .containsExactlyInAnyOrderElementsOf(
                        TOPICS.keySet().stream().map("#/channels/"::concat).toList());
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(references(API)).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#"))
                assertThat(API.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue();
            else
                assertThat(AsyncApiTest.class.getResource("/" + reference))
                        .as(reference)
                        .isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_message_names_its_type_its_record_and_its_schema(String type) {
        var message = MESSAGES.path(type);
        var event = Baseline.RECORDS.stream()
                .filter(known -> EventCodec.typeOf(known).equals(type))
                .findFirst()
                .orElseThrow();
        assertThat(message.path("name").asString()).isEqualTo(type);
        assertThat(message.path("title").asString()).isEqualTo(event.getSimpleName());
        assertThat(message.at("/headers/allOf/1/properties/ce_type/const").asString())
                .isEqualTo(type);
        assertThat(message.at("/payload/schema/$ref").asString()).isEqualTo("schemas/" + type + ".json");
        assertThat(message.path("contentType").asString()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_message_has_an_example_that_the_code_reads_and_would_write(String type) {
        var payload = MESSAGES.path(type).at("/examples/0/payload");
        var event = codec.decode(type, payload.toString().getBytes(UTF_8));
        assertThat(JsonMapper.shared().readTree(codec.encode(event))).isEqualTo(payload);
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_message_has_example_headers_that_follow_its_rules(String type) {
        var example = MESSAGES.path(type).at("/examples/0");
        var headers = example.path("headers");
        var subject = headers.path("ce_subject").asString();
        var sequence = Long.parseLong(headers.path("ce_sequence").asString());

        assertThat(headerSchema(type).validate(headers)).isEmpty();
        assertThat(headers.path("ce_id").asString()).isEqualTo(type + "/" + subject + "/" + sequence);
        assertThat(headers.path("ce_time")).isEqualTo(example.at("/payload/at"));
        assertThat(example.path("payload").valueStream()).contains(headers.path("ce_subject"));
    }

    private static Schema headerSchema(String type) {
        var schema = (ObjectNode) MESSAGES.path(type).path("headers").deepCopy();
        schema.set("components", API.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    static Set<String> types() {
        return Baseline.RECORDS.stream().map(EventCodec::typeOf).collect(toSet());
    }

    private static Stream<String> references(JsonNode node) {
        return Stream.concat(
                node.has("$ref") ? Stream.of(node.path("$ref").asString()) : Stream.empty(),
                node.valueStream().flatMap(AsyncApiTest::references));
    }
}
