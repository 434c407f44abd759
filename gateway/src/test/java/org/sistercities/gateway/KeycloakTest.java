package org.sistercities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sistercities.backing.FreePort;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in, out and being signed out with a real Keycloak and the realm we deliver: {@code mvn -Pkeycloak}, see deploy/keycloak. */
@EnabledIfSystemProperty(named = "keycloak", matches = ".+")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"management.server.port=0", "sistercities.limits.rates.sign-in.quota=1000"})
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakTest {
    private static final int PORT = FreePort.any();
    private static final String US = "http://localhost:" + PORT;
    private static final StubService SERVICE = new StubService();
    private static final JsonMapper JSON = new JsonMapper();
    private static Keycloak keycloak;

    private final Person person = new Person(US);

    @Autowired
    private ReactiveJwtDecoder tokens; // checks what every service checks

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry properties) throws IOException {
        keycloak = Keycloak.start(
                Path.of(System.getProperty("keycloak")),
                Map.of("PUBLIC_URL", US, "GATEWAY_CLIENT_SECRET", "secret-of-the-gateway"));
        properties.add("server.port", () -> PORT);
        properties.add("sistercities.services.content", SERVICE::uri);
        properties.add("sistercities.services.web", SERVICE::uri);
        properties.add("sistercities.sign-in.issuer", keycloak::issuer);
        properties.add("sistercities.sign-in.client-secret", () -> "secret-of-the-gateway");
        properties.add("sistercities.sign-in.public-url", () -> US);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", keycloak::issuer);
    }

    @BeforeEach
    void nothing_seen_yet() {
        SERVICE.seen.clear();
        keycloak.accessTokensLast(Duration.ofMinutes(10));
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
        if (keycloak != null) keycloak.close();
    }

    @Test
    void who_signs_in_reaches_services_with_a_token_that_names_roles_and_cities() throws InterruptedException {
        var id = keycloak.person("rita", "city-representative", "gn5809844", "gn3161732");

        var page = person.signIn("rita");

        assertThat(page.uri().getPath()).isEqualTo("/console");
        var who = who();
        assertThat(who.path("name").asString()).isEqualTo("rita");
        assertThat(who.path("roles").valueStream().map(JsonNode::asString)).containsExactly("city-representative");
        var token = tokenSeen();
        assertThat(token.getSubject()).isEqualTo(id);
        assertThat(token.getAudience()).contains("sister-cities");
        assertThat(token.getClaimAsStringList("roles")).contains("city-representative");
        assertThat(token.getClaimAsStringList("cities")).containsExactlyInAnyOrder("gn5809844", "gn3161732");
    }

    @Test
    void who_signs_out_is_asked_for_the_password_again() {
        keycloak.person("edna", "editor");
        person.signIn("edna");
        assertThat(new Person(US).askToSignIn().body()).contains("<form");

        var out = person.at(
                "/sign-out",
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "csrf=" + who().path("csrf").asString())));

        assertThat(person.followed(out).uri()).hasToString(US + "/");
        assertThat(who().path("signedIn").asBoolean()).isFalse();
        assertThat(person.askToSignIn().body()).contains("<form");
    }

    @Test
    void who_is_signed_out_at_keycloak_is_signed_out_here() {
        var id = keycloak.person("emil", "editor");
        person.signIn("emil");
        assertThat(person.get("/api/v1/stories").statusCode()).isEqualTo(201);

        keycloak.signOut(id);

        await().until(() -> person.get("/api/v1/stories").statusCode() != 201);
        assertThat(who().path("signedIn").asBoolean()).isFalse();
    }

    @Test
    void tokens_are_renewed_while_the_session_lasts() throws InterruptedException {
        keycloak.person("ruth", "author");
        keycloak.accessTokensLast(Duration.ofSeconds(30)); // all of them are about to run out
        person.signIn("ruth");
        var first = tokenSeen();
        assertThat(tokenSeen().getId()).isNotEqualTo(first.getId());
    }

    @Test
    void only_an_administrator_gives_somebody_a_city_or_an_event() {
        var editors = keycloak.profile()
                .path("attributes")
                .valueStream()
                .filter(attribute -> List.of("cities", "events")
                        .contains(attribute.path("name").asString()))
                .map(attribute -> attribute.at("/permissions/edit").toString());
        assertThat(editors).hasSize(2).containsOnly("[\"admin\"]");
    }

    private JsonNode who() {
        return JSON.readTree(person.get("/api/v1/session").body());
    }

    private Jwt tokenSeen() throws InterruptedException {
        SERVICE.seen.clear();
        HttpResponse<String> answer = person.get("/api/v1/stories");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var seen = SERVICE.seen.poll(30, TimeUnit.SECONDS);
        return tokens.decode(seen.header("Authorization").replace("Bearer ", ""))
                .block();
    }
}
