package org.sistercities.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns domain events into JSON and back. What leaves is checked against the event's schema and size, so that a relay
 * never meets bytes it cannot send; what arrives may carry properties added later, which are ignored.
 */
public final class EventCodec {
    /** The largest event in bytes, well below the 1 MiB a broker takes by default. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(absent -> absent.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** Messages in English wherever the process runs: they end in logs and dead letters that others read. */
    private static final SchemaRegistryConfig IN_ENGLISH =
            SchemaRegistryConfig.builder().locale(Locale.ROOT).build();

    private static final int ERRORS_SHOWN = 5;

    private final Map<String, Released> byType;
    private final Map<Class<?>, Released> byRecord;

    /** @param families the sealed interfaces whose records are to be written and read, such as {@link CityDomainEvent} */
    public EventCodec(Collection<? extends Class<? extends DomainEvent>> families) {
        var schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(IN_ENGLISH));
        this.byType = families.stream()
                .flatMap(EventCodec::recordsOf)
                .map(type -> new Released(typeOf(type), type, schemaOf(typeOf(type), schemas)))
                .collect(Collectors.toUnmodifiableMap(Released::name, Function.identity()));
        this.byRecord =
                byType.values().stream().collect(Collectors.toUnmodifiableMap(Released::record, Function.identity()));
    }

    /** A codec for every event of this project. */
    public static EventCodec ofAllServices() {
        return new EventCodec(List.of(CityDomainEvent.class, ContentDomainEvent.class, EventsDomainEvent.class));
    }

    /** The {@code ce_type} of an event's class. */
    public static String typeOf(Class<?> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) throw new IllegalArgumentException(event + " has no @EventType");
        return type.value();
    }

    /** Every {@code ce_type} this codec knows. */
    public Collection<String> types() {
        return byType.keySet();
    }

    /** Whether events of this {@code ce_type} are of the family; a type this codec does not know is of none. */
    public boolean isOf(Class<? extends DomainEvent> family, String type) {
        var released = byType.get(type);
        return released != null && family.isAssignableFrom(released.record());
    }

    /**
     * The event as UTF-8 JSON.
     *
     * @throws InvalidEvent when it is unknown, breaks its schema or is larger than {@link #MAX_BYTES}
     */
    public byte[] encode(DomainEvent event) {
        var released = byRecord.get(event.getClass());
        if (released == null) throw new InvalidEvent("unknown event " + event.getClass());
        var tree = JSON.valueToTree(event);
        released.check(tree);
        var bytes = JSON.writeValueAsBytes(tree);
        if (bytes.length > MAX_BYTES)
            throw new InvalidEvent(
                    released.name() + " has " + bytes.length + " bytes, more than the " + MAX_BYTES + " allowed");
        return bytes;
    }

    /**
     * The event that was stored or received under {@code type}.
     *
     * @throws InvalidEvent when the type is unknown or the bytes are not such an event
     */
    public DomainEvent decode(String type, byte @Nullable [] json) {
        var released = byType.get(type);
        if (released == null) throw new InvalidEvent("unknown event type " + type);
        if (json == null || json.length == 0) throw new InvalidEvent(type + " has no data");
        try {
            JsonNode tree = JSON.readTree(json);
            released.check(tree);
            return JSON.treeToValue(tree, released.record());
        } catch (JacksonException e) {
            throw new InvalidEvent(type + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends DomainEvent>> recordsOf(Class<? extends DomainEvent> family) {
        if (!family.isSealed()) return Stream.of(family);
        return Stream.of(Objects.requireNonNull(family.getPermittedSubclasses()))
                .flatMap(permitted -> recordsOf((Class<? extends DomainEvent>) permitted));
    }

    private static Schema schemaOf(String type, SchemaRegistry schemas) {
        try (InputStream in = EventCodec.class.getResourceAsStream("/schemas/" + type + ".json")) {
            if (in == null) throw new IllegalStateException("no schema for event type " + type);
            return schemas.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A released event: its wire name, its record and its schema. */
    private record Released(String name, Class<? extends DomainEvent> record, Schema schema) {

        void check(JsonNode event) {
            var errors = schema.validate(event);
            if (!errors.isEmpty()) throw new InvalidEvent(name + " breaks its schema: " + texts(errors));
        }

        /** Says where and what, never the value: it may be long, or not for a log. */
        private static String texts(List<Error> errors) {
            var shown = errors.stream()
                    .limit(ERRORS_SHOWN)
                    .map(error -> "%s %s"
                            .formatted(error.getInstanceLocation(), error.getMessage())
                            .strip())
                    .collect(Collectors.joining("; "));
            var more = errors.size() - ERRORS_SHOWN;
            return more > 0 ? shown + "; and " + more + " more" : shown;
        }
    }

    /** An event that must not be sent or cannot be read. */
    public static final class InvalidEvent extends RuntimeException {
        public InvalidEvent(String message) {
            super(message);
        }

        public InvalidEvent(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
