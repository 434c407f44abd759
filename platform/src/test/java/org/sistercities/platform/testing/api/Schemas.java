package org.sistercities.platform.testing.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * JSON Schemas of the types that go over the wire. Nothing but records, enums and values of the JDK does, so their components are
 * all there is to know; a component is always there unless it is {@code @Nullable}. In a request, only what validation demands is.
 */
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> SIMPLE = simple();
    private final Map<String, Map<String, Object>> components = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    Map<String, Map<String, Object>> components() {
        return components;
    }

    Map<String, Object> ofRequest(ResolvableType type) {
        return of(type, true);
    }

    Map<String, Object> ofAnswer(ResolvableType type) {
        return of(type, false);
    }

    /** What stands in a path, a query or a header: text, unless it is a number or one of a few words. */
    Map<String, Object> ofText(ResolvableType type) {
        var known = simple(type);
        if (known != null) return known;
        if (isMany(type)) return Map.of("type", "array", "items", ofText(element(type)));
        if (Optional.class.equals(type.toClass())) return ofText(type.getGeneric());
        return type.toClass().isEnum() ? words(type.toClass()) : Map.of("type", "string");
    }

    static void constrain(Map<String, Object> schema, AnnotatedElement element) {
        var isArray = "array".equals(schema.get("type"));
        var min = element.getAnnotation(Min.class);
        if (min != null) schema.put("minimum", min.value());
        var max = element.getAnnotation(Max.class);
        if (max != null) schema.put("maximum", max.value());
        var pattern = element.getAnnotation(Pattern.class);
        if (pattern != null) schema.put("pattern", pattern.regexp());
        var size = element.getAnnotation(Size.class);
        if (size != null && size.min() > 0) schema.put(isArray ? "minItems" : "minLength", size.min());
        if (size != null && size.max() < Integer.MAX_VALUE) schema.put(isArray ? "maxItems" : "maxLength", size.max());
    }

    private Map<String, Object> of(ResolvableType type, boolean isRequest) {
        var raw = type.toClass();
        var known = simple(type);
        if (known != null) return known;
        if (raw.equals(byte[].class)) return Map.of("type", "string", "format", "byte");
        if (isMany(type)) return Map.of("type", "array", "items", of(element(type), isRequest));
        if (Map.class.isAssignableFrom(raw))
            return Map.of(
                    "type",
                    "object",
                    "additionalProperties",
                    of(type.as(Map.class).getGeneric(1), isRequest));
        if (Optional.class.equals(raw)) return of(type.getGeneric(), isRequest);
        if (raw.isEnum()) return words(raw);
        if (raw.isSealed() && raw.isInterface())
            return Map.of(
                    "oneOf",
                    Arrays.stream(raw.getPermittedSubclasses())
                            .map(kind -> of(ResolvableType.forClass(kind), isRequest))
                            .toList());
        return raw.isRecord() ? record(type, isRequest) : Map.of();
    }

    private Map<String, Object> record(ResolvableType type, boolean isRequest) {
        for (var component : type.toClass().getRecordComponents())
            if (field(type, component.getName()).isAnnotationPresent(JsonValue.class))
                return of(component(type, component.getName()), isRequest);
        var key = type + (isRequest ? " in" : " out");
        var name = names.get(key);
        if (name == null) {
            name = freeName(type, isRequest);
            names.put(key, name);
            components.put(name, new TreeMap<>()); // before its properties, which may lead back to it
            components.put(name, object(type, isRequest));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> object(ResolvableType type, boolean isRequest) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        collect(type, isRequest, true, properties, required);
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        if (!required.isEmpty()) schema.put("required", required);
        schema.put("properties", properties);
        return schema;
    }

    private void collect(
            ResolvableType type,
            boolean isRequest,
            boolean isThere,
            Map<String, Object> properties,
            List<String> required) {
        for (var component : type.toClass().getRecordComponents()) {
            var field = field(type, component.getName());
            var part = component(type, component.getName());
            var always = isThere && isAlwaysThere(field, part, isRequest);
            if (field.isAnnotationPresent(JsonUnwrapped.class)) {
                collect(part, isRequest, always || (isThere && isRequest), properties, required);
                continue;
            }
            var renamed = field.getAnnotation(JsonProperty.class);
            var name = renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
            var schema = new LinkedHashMap<>(of(part, isRequest));
            constrain(schema, field);
            properties.put(name, schema);
            if (always) required.add(name);
        }
    }

    private static boolean isAlwaysThere(Field field, ResolvableType type, boolean isRequest) {
        if (isRequest) return isDemanded(field);
        return !field.getAnnotatedType().isAnnotationPresent(Nullable.class) && !Optional.class.equals(type.toClass());
    }

    /** By all operations: a demand with groups is only some operation's. */
    private static boolean isDemanded(Field field) {
        var notNull = field.getAnnotation(NotNull.class);
        var notBlank = field.getAnnotation(NotBlank.class);
        var notEmpty = field.getAnnotation(NotEmpty.class);
        return (notNull != null && notNull.groups().length == 0)
                || (notBlank != null && notBlank.groups().length == 0)
                || (notEmpty != null && notEmpty.groups().length == 0);
    }

    /** The class's name with those around it, without what only says that it is a controller's. */
    private String freeName(ResolvableType type, boolean isRequest) {
        var name = new StringBuilder();
        for (Class<?> c = type.toClass(); c != null; c = c.getEnclosingClass())
            name.insert(0, c.getSimpleName().replaceAll("Controller$", ""));
        for (var generic : type.getGenerics())
            name.append("Of").append(generic.toClass().getSimpleName());
        var wanted = name.toString();
        if (components.containsKey(wanted) && isRequest) wanted += "Request";
        for (int i = 2; components.containsKey(wanted); i++) wanted = name + String.valueOf(i);
        return wanted;
    }

    private static Field field(ResolvableType type, String name) {
        try {
            return type.toClass().getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResolvableType component(ResolvableType type, String name) {
        return ResolvableType.forField(field(type, name), type);
    }

    private static boolean isMany(ResolvableType type) {
        return type.isArray() || Collection.class.isAssignableFrom(type.toClass());
    }

    private static ResolvableType element(ResolvableType type) {
        return type.isArray()
                ? type.getComponentType()
                : type.as(Collection.class).getGeneric();
    }

    private static Map<String, Object> words(Class<?> type) {
        return Map.of(
                "type",
                "string",
                "enum",
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }

    private static @Nullable Map<String, Object> simple(ResolvableType type) {
        var raw = type.toClass();
        var known = SIMPLE.get(raw);
        if (known != null || raw.isRecord() || raw.isEnum()) return known;
        return raw.getName().startsWith("java.time.")
                        || Set.of("Locale", "Currency").contains(raw.getSimpleName())
                ? Map.of("type", "string")
                : null;
    }

    private static Map<Class<?>, Map<String, Object>> simple() {
        var simple = new HashMap<Class<?>, Map<String, Object>>();
        for (var text : List.of(String.class, CharSequence.class, char.class))
            simple.put(text, Map.of("type", "string"));
        for (var whole : List.of(int.class, Integer.class, short.class, Short.class, Year.class))
            simple.put(whole, Map.of("type", "integer", "format", "int32"));
        for (var whole : List.of(long.class, Long.class, BigInteger.class))
            simple.put(whole, Map.of("type", "integer", "format", "int64"));
        for (var number : List.of(double.class, Double.class, float.class, Float.class, BigDecimal.class))
            simple.put(number, Map.of("type", "number"));
        for (var truth : List.of(boolean.class, Boolean.class)) simple.put(truth, Map.of("type", "boolean"));
        for (var time : List.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class))
            simple.put(time, Map.of("type", "string", "format", "date-time"));
        simple.put(LocalDate.class, Map.of("type", "string", "format", "date"));
        simple.put(UUID.class, Map.of("type", "string", "format", "uuid"));
        simple.put(URI.class, Map.of("type", "string", "format", "uri"));
        return simple;
    }
}
