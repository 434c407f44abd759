package org.sistercities.platform.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a service against the description it publishes, {@code src/main/resources/openapi.json}. It fails when the service has lost
 * something that is published and docs/api/breaks.txt does not say so, and when the description is not the service's any more;
 * {@code -Dapi.write=true} writes it anew, but never over a break nobody has acknowledged.
 */
public final class PublishedApi {
    private static final Path DESCRIPTION = Path.of("src", "main", "resources", "openapi.json");
    private static final Path ACKNOWLEDGED = Path.of("..", "docs", "api", "breaks.txt");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PublishedApi() {}

    /** Compares, or fails. */
    public static void check(ApplicationContext context, String service) throws IOException {
        var present = JSON.writeValueAsString(description(context, service)) + "\n";
        var published = Files.exists(DESCRIPTION) ? Files.readString(DESCRIPTION) : "{}";
        var breaks =
                new TreeSet<>(Breaks.between(JSON.readValue(published, Map.class), JSON.readValue(present, Map.class)));
        breaks.removeAll(acknowledged(service));
        assertThat(breaks)
                .as("What clients of " + service + " rely on is gone. Keep it, or add these lines, each after \""
                        + service + ": \", to docs/api/breaks.txt")
                .isEmpty();
        if (Boolean.getBoolean("api.write")) Files.writeString(DESCRIPTION, present);
        else
            assertThat(present)
                    .as("openapi.json is not what " + service + " offers: -Dapi.write=true writes it")
                    .isEqualTo(published);
    }

    private static Map<String, Object> description(ApplicationContext context, String service) throws IOException {
        var schemas = new Schemas();
        var paths = new Operations(schemas).of(context);
        Examples.read().into(paths, schemas.components());
        var description = new LinkedHashMap<String, Object>();
        description.put("openapi", "3.1.0");
        description.put("info", Map.of("title", service, "version", "v1"));
        description.put("servers", List.of(Map.of("url", "/")));
        description.put("paths", paths);
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", withProblem(schemas.components()));
        components.put("responses", Map.of("Problem", problemAnswer()));
        components.put(
                "securitySchemes",
                Map.of("bearer", new java.util.TreeMap<>(Map.of("type", "http", "scheme", "bearer"))));
        description.put("components", components);
        return description;
    }

    /** RFC 9457; each type's further members are in docs/problems.md. */
    private static Map<String, Map<String, Object>> withProblem(Map<String, Map<String, Object>> schemas) {
        var text = Map.of("type", "string");
        var properties = new LinkedHashMap<String, Object>();
        properties.put("type", text);
        properties.put("title", text);
        properties.put("status", Map.of("type", "integer"));
        properties.put("detail", text);
        properties.put("instance", text);
        schemas.put("Problem", new java.util.TreeMap<>(Map.of("type", "object", "properties", properties)));
        return schemas;
    }

    private static Map<String, Object> problemAnswer() {
        var content =
                Map.of("application/problem+json", Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")));
        return new java.util.TreeMap<>(Map.of("description", "A refusal or a failure.", "content", content));
    }

    private static java.util.Set<String> acknowledged(String service) throws IOException {
        if (!Files.exists(ACKNOWLEDGED)) return java.util.Set.of();
        return Files.readAllLines(ACKNOWLEDGED).stream()
                .filter(line -> line.startsWith(service + ": "))
                .map(line -> line.substring(service.length() + 2).strip())
                .collect(Collectors.toSet());
    }
}
