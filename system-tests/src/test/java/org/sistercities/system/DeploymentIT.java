package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** No engine runs here, so docker-compose.yml and Dockerfile are read against what the services really understand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeploymentIT {
    private static final String METADATA = "spring-configuration-metadata.json";
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern PINNED = Pattern.compile("[a-z/-]+:\\d+\\.\\d+(\\.\\d+)?[\\w.-]*");

    private final Map<String, Map<String, Object>> services = services(read("docker-compose.yml"));
    private final String dockerfile = read("Dockerfile");

    @Test
    void every_image_is_pinned() {
        assertThat(images(services))
                .isNotEmpty()
                .allMatch(image -> PINNED.matcher(image).matches());
        assertThat(dockerfile.lines().filter(line -> line.startsWith("FROM ")).map(line -> line.split(" ")[1]))
                .isNotEmpty()
                .allMatch(image -> PINNED.matcher(image).matches() && image.contains("temurin:25."));
        assertThat(PINNED.matcher("mongo:latest").matches()).isFalse();
        assertThat(PINNED.matcher("mongo").matches()).isFalse();
    }

    @Test
    void tests_in_containers_use_the_same_images() {
        var inTests = read("backing-services/src/main/java/org/sistercities/backing/ContainerServers.java");
        assertThat(images(services))
                .filteredOn(image ->
                        !image.startsWith("redis:")) // the gateway's tests take the redis-server that is installed
                .isNotEmpty()
                .allMatch(image -> inTests.contains("\"" + image + "\""));
    }

    @Test
    void every_service_has_a_health_check_and_a_memory_limit() {
        assertThat(services)
                .allSatisfy((name, service) -> assertThat(service).containsKeys("healthcheck", "mem_limit"));
    }

    @Test
    void every_service_can_be_scaled_and_only_the_gateway_is_reachable_from_outside() {
        assertThat(services).allSatisfy((name, service) -> {
            assertThat(service).doesNotContainKey("container_name");
            if (!name.equals("gateway")) assertThat(service).doesNotContainKey("ports");
        });
        assertThat(services.get("gateway")).containsKey("ports");
    }

    @Test
    void whoever_needs_somebody_waits_until_he_is_healthy() {
        services.forEach((name, service) -> map(service.get("depends_on")).forEach((other, condition) -> {
            assertThat(services).containsKey(other);
            assertThat(map(condition)).containsEntry("condition", "service_healthy");
        }));
        assertThat(map(services.get("events-service").get("depends_on"))).containsOnlyKeys("mongodb", "kafka");
    }

    @Test
    void every_environment_name_is_understood_by_the_service_it_is_given_to() {
        ours().forEach((name, service) -> {
            var understood = understood(name);
            assertThat(understood).hasSizeGreaterThan(500);
            assertThat(map(service.get("environment")).keySet())
                    .as(name)
                    .isNotEmpty()
                    .isSubsetOf(understood);
            assertThat(understood).doesNotContain("SPRING_DATA_MONGODB_URL", "SISTERCITIES_SERVICES_CTIY");
        });
    }

    @Test
    void every_service_is_built_from_a_module_that_exists() {
        assertThat(ours()).containsOnlyKeys("gateway", "web", "city-service", "content-service", "events-service");
        ours().forEach((name, service) ->
                assertThat(ROOT.resolve(module(service)).resolve("pom.xml")).exists());
    }

    @Test
    void the_health_check_asks_where_the_service_answers() {
        ours().forEach((name, service) -> {
            var port = map(service.get("environment")).get("MANAGEMENT_SERVER_PORT");
            assertThat(map(service.get("healthcheck")).get("test").toString()).contains("/localhost/" + port + " ");
        });
    }

    @Test
    void no_password_stands_in_the_files() {
        services.forEach((name, service) -> map(service.get("environment")).forEach((variable, value) -> {
            if (variable.contains("PASSWORD"))
                assertThat(value.toString()).startsWith("${").contains(":?");
        }));
    }

    @Test
    void the_image_runs_as_nobody_special_with_a_cache_for_a_quick_start() {
        assertThat(dockerfile.lines()).anyMatch(line -> line.matches("USER \\d+"));
        assertThat(dockerfile).contains("-XX:AOTCacheOutput=app.aot", "-XX:AOTCache=app.aot", "extract --layers");
    }

    private Map<String, Map<String, Object>> ours() {
        return services.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey("build"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String module(Map<String, Object> service) {
        return map(map(service.get("build")).get("args")).get("MODULE").toString();
    }

    private static Stream<String> images(Map<String, Map<String, Object>> services) {
        return services.values().stream()
                .filter(service -> service.containsKey("image"))
                .map(service -> service.get("image").toString());
    }

    /** The environment names of every property the service's jar documents, states or refers to. */
    private static Set<String> understood(String module) {
        var properties = new HashSet<String>();
        try (var jars = Files.newDirectoryStream(ROOT.resolve(module).resolve("target"), module + "-*.jar")) {
            for (var jar : jars) if (!jar.toString().contains("-tests")) collect(Files.newInputStream(jar), properties);
        } catch (IOException e) {
            throw new IllegalStateException("package the services first", e);
        }
        return properties.stream().map(DeploymentIT::environmentName).collect(Collectors.toSet());
    }

    private static void collect(InputStream jar, Set<String> properties) throws IOException {
        try (var zip = new ZipInputStream(jar)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                if (name.endsWith(METADATA)) described(zip.readAllBytes(), properties);
                if (name.endsWith(".jar")) nested(zip.readAllBytes(), properties);
                if (name.endsWith("application.yml")) placeholders(new String(zip.readAllBytes()), properties);
            }
        }
    }

    private static void nested(byte[] jar, Set<String> properties) throws IOException {
        try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(jar))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().endsWith(METADATA)) described(zip.readAllBytes(), properties);
        }
    }

    private static void described(byte[] metadata, Set<String> properties) {
        JsonMapper.shared()
                .readTree(metadata)
                .path("properties")
                .forEach(property -> properties.add(property.path("name").asString()));
    }

    private static void placeholders(String yaml, Set<String> properties) {
        var matcher = Pattern.compile("\\$\\{([\\w.-]+)[:}]").matcher(yaml);
        while (matcher.find()) properties.add(matcher.group(1));
        keys("", new Yaml().load(yaml), properties);
    }

    private static void keys(String path, Object value, Set<String> properties) {
        if (value instanceof Map<?, ?> map) map.forEach((key, inner) -> keys(path + key + ".", inner, properties));
        else if (!path.isEmpty()) properties.add(path.substring(0, path.length() - 1));
    }

    private static String environmentName(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services(String compose) {
        return (Map<String, Map<String, Object>>) ((Map<String, Object>) new Yaml().load(compose)).get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return switch (value) {
            case Map<?, ?> map -> (Map<String, Object>) map;
            case List<?> list -> list.stream().collect(Collectors.toMap(Object::toString, item -> ""));
            case null, default -> Map.of();
        };
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
