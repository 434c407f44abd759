package org.sistercities.contracts;

import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was released ({@code src/test/resources/released}) and what the code holds now, read without {@link EventCodec}. */
final class Baseline {
    /** Every event record of the main code, found in its class files. */
    static final List<Class<?>> RECORDS = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.sistercities.contracts")
                    .stream()
                    .filter(type -> type.isRecord() && type.isAssignableTo(DomainEvent.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    private Baseline() {}

    /** The schema each type was released with. */
    static Map<String, JsonNode> releasedSchemas() {
        return list(resource("/released")).stream()
                .collect(toMap(type -> type.getFileName().toString(), type -> json(type.resolve("schema.json"))));
    }

    /** The schema each type has now. */
    static Map<String, JsonNode> currentSchemas() {
        return list(resource("/schemas")).stream()
                .collect(toMap(file -> file.getFileName().toString().replaceFirst("\\.json$", ""), Baseline::json));
    }

    /** Every event that was once released as an example, by {@code type/file}. */
    static Map<String, JsonNode> goldenEvents() {
        return list(resource("/released")).stream()
                .flatMap(type -> list(type).stream())
                .filter(file -> file.getFileName().toString().startsWith("golden-"))
                .collect(toMap(file -> file.getParent().getFileName() + "/" + file.getFileName(), Baseline::json));
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Baseline.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> list(Path directory) {
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
