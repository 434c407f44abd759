package org.sistercities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.sistercities.backing.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Keycloak with the realm of deploy/keycloak, from an unpacked distribution; it forgets everything when it stops. */
final class Keycloak implements AutoCloseable {
    private static final Path REALM = Path.of("..", "deploy", "keycloak", "sister-cities-realm.json");
    private static final String PASSWORD = "a-password-for-a-test";
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.any();
    private final Process process;

    private Keycloak(Path home, Map<String, String> environment) throws IOException {
        var imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, imports.resolve(REALM.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        var command =
                List.of("start-dev", "--import-realm", "--db=dev-mem", "--http-host=127.0.0.1", "--http-port=" + port);
        var builder = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString());
        builder.command().addAll(command);
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile())
                .start();
    }

    /** Starts it and waits until it knows the realm. */
    static Keycloak start(Path home, Map<String, String> environment) throws IOException {
        var keycloak = new Keycloak(home.toAbsolutePath(), environment);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .until(() -> keycloak.exchange(HttpRequest.newBuilder(URI.create(keycloak.issuer())))
                                .statusCode()
                        == 200);
        return keycloak;
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/sister-cities";
    }

    /** Somebody with a realm role, the cities he speaks for, and a password that is the name; returns Keycloak's id. */
    String person(String name, String role, String... cities) {
        var person = Map.of(
                "username",
                name,
                "email",
                name + "@example.org",
                "firstName",
                name,
                "lastName",
                "Example",
                "enabled",
                true,
                "attributes",
                Map.of("cities", List.of(cities)),
                "credentials",
                List.of(Map.of("type", "password", "value", name)));
        var made = admin("POST", "/users", person);
        var id = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        var known = JSON.readTree(admin("GET", "/roles/" + role, null).body());
        admin("POST", "/users/" + id + "/role-mappings/realm", List.of(known));
        return id;
    }

    /** As an administrator of Keycloak does. */
    void signOut(String person) {
        admin("POST", "/users/" + person + "/logout", null);
    }

    void accessTokensLast(Duration time) {
        admin("PUT", "", Map.of("accessTokenLifespan", time.toSeconds()));
    }

    JsonNode profile() {
        return JSON.readTree(admin("GET", "/users/profile", null).body());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private HttpResponse<String> admin(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(issuer().replace("/realms/", "/admin/realms/") + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        var answer = exchange(request);
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isBetween(200, 299);
        return answer;
    }

    private String adminToken() {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password=" + PASSWORD;
        var answer = exchange(HttpRequest.newBuilder(
                        URI.create(issuer().replace("sister-cities", "master") + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }
}
