package org.sistercities.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.fixture.MisnamedDomainEvent;
import org.sistercities.contracts.fixture.MisnamedDomainEvent.AllIsWell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each event's wire name follows from its Java name, and its schema says exactly what its record holds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventRecordsTest {

    @Test
    void every_event_is_named_after_its_service_its_record_and_its_version() {
        assertThat(Baseline.RECORDS)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(misnaming(event)).isEmpty());
    }

    @Test
    void a_wrong_name_is_noticed() {
        assertThat(Arrays.stream(MisnamedDomainEvent.class.getPermittedSubclasses())
                        .flatMap(event -> misnaming(event).stream()))
                .containsExactlyInAnyOrder(
                        "WrongService is city.wrong-service.v1, not misnamed.wrong-service.v1",
                        "WrongName is misnamed.another-name.v1, not misnamed.wrong-name.v1",
                        "NoVersion is misnamed.no-version, not misnamed.no-version.v1",
                        "WrongVersion is misnamed.wrong-version.v3, not misnamed.wrong-version.v1",
                        "Nameless is nameless, not misnamed.nameless.v1");
    }

    @Test
    void every_schema_says_what_its_record_holds() {
        var schemas = Baseline.currentSchemas();
        assertThat(Baseline.RECORDS).isNotEmpty().allSatisfy(event -> {
            var type = EventCodec.typeOf(event);
            var schema = schemas.get(type);
            assertThat(schema).as("schema of " + type).isNotNull();
            assertThat(differences(event, schema)).as(type).isEmpty();
            assertThat(schema.path("title").asString()).isEqualTo(event.getSimpleName());
            assertThat(schema.path("$id").asString()).isEqualTo("urn:sistercities:event:" + type);
        });
    }

    @Test
    void a_schema_that_says_something_else_is_noticed() {
        var schema = JsonMapper.shared().readTree("""
                {"type": "object", "required": ["id", "places", "on"], "properties": {
                 "id": {"type": "string"}, "places": {"type": "number"}, "on": {"type": "string", "format": "date"},
                 "at": {"type": "string"}, "extra": {"type": "string"}}}""");
        assertThat(differences(AllIsWell.class, schema))
                .containsExactlyInAnyOrder(
                        "places is number, not integer",
                        "tags is missing",
                        "on may be null yet is required",
                        "at is string, not string date-time",
                        "at is never null yet is not required",
                        "tags is never null yet is not required",
                        "extra is not in the record");
    }

    /** {@code PartnershipSigned} of {@code CityDomainEvent} is city.partnership-signed.v1; {@code PartnershipSignedV2} is its v2. */
    private static Optional<String> misnaming(Class<?> event) {
        var service = event.getEnclosingClass().getSimpleName().replaceFirst("DomainEvent$", "");
        var version = event.getSimpleName().matches(".*V[2-9]")
                ? event.getSimpleName().replaceFirst(".*V", "")
                : "1";
        var name = event.getSimpleName().replaceFirst("V[2-9]$", "").replaceAll("(?<=.)(?=[A-Z])", "-");
        var expected = "%s.%s.v%s".formatted(service, name, version).toLowerCase(Locale.ROOT);
        var actual = event.isAnnotationPresent(EventType.class) ? EventCodec.typeOf(event) : "nameless";
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of("%s is %s, not %s".formatted(event.getSimpleName(), actual, expected));
    }

    private static List<String> differences(Class<?> shape, JsonNode schema) {
        var found = new ArrayList<String>();
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        var components = List.of(shape.getRecordComponents());
        for (var component : components) {
            var name = component.getName();
            compare(name, component.getGenericType(), schema.path("properties").path(name), found);
            if (isNullable(component) && required.contains(name)) found.add(name + " may be null yet is required");
            if (!isNullable(component) && !required.contains(name))
                found.add(name + " is never null yet is not required");
        }
        var names = components.stream().map(RecordComponent::getName).toList();
        schema.path("properties").propertyNames().stream()
                .filter(property -> !names.contains(property))
                .forEach(property -> found.add(property + " is not in the record"));
        return found;
    }

    private static void compare(String name, Type type, JsonNode schema, List<String> found) {
        if (schema.isMissingNode()) {
            found.add(name + " is missing");
            return;
        }
        var says = (schema.path("type").asString() + " " + schema.path("format").asString("")).strip();
        if (!says.equals(wireType(type))) found.add("%s is %s, not %s".formatted(name, says, wireType(type)));
        if (type instanceof ParameterizedType list)
            compare(name + "/*", list.getActualTypeArguments()[0], schema.path("items"), found);
        if (type instanceof Class<?> nested && nested.isRecord()) found.addAll(differences(nested, schema));
    }

    private static String wireType(Type type) {
        return switch (type) {
            case ParameterizedType list when list.getRawType() == List.class -> "array";
            case Class<?> text when text == String.class -> "string";
            case Class<?> number when number == int.class || number == long.class -> "integer";
            case Class<?> instant when instant == Instant.class -> "string date-time";
            case Class<?> date when date == LocalDate.class -> "string date";
            case Class<?> flag when flag == boolean.class -> "boolean";
            case Class<?> choice when choice.isEnum() -> "string";
            case Class<?> nested when nested.isRecord() -> "object";
            default -> throw new AssertionError("say here what " + type + " is on the wire");
        };
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
