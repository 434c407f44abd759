package org.sistercities.quickstart.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DevelopmentIssuerTest {
    @TempDir
    static Path folder;

    private static URI uri;
    private static Identity identity;
    private static DevelopmentIssuer issuer;

    @BeforeAll
    static void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            uri = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        identity = Identity.in(folder.resolve("identity"));
        issuer = DevelopmentIssuer.start(uri, identity);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void a_token_says_who_may_do_what_for_which_city_to_our_services_for_an_hour() throws Exception {
        var answer = tokenFor("representative-seattle", identity.secrets().get("representative-seattle"));
        var token = SignedJWT.parse(
                new JsonMapper().readTree(answer.body()).path("access_token").asString());
        assertThat(token.verify(new RSASSAVerifier(identity.key().toRSAPublicKey())))
                .isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(uri.toString());
        assertThat(claims.getSubject()).isEqualTo("representative-seattle");
        assertThat(claims.getAudience()).containsExactly("sister-cities");
        assertThat(claims.getStringListClaim("roles")).containsExactly("city-representative");
        assertThat(claims.getStringListClaim("cities")).containsExactly("gn5809844");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_wrong_secret_gets_no_token() throws Exception {
        assertThat(tokenFor("administrator", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void resource_servers_find_the_key_that_signs_and_nothing_secret_about_it() throws Exception {
        var metadata = get("/.well-known/oauth-authorization-server");
        assertThat(metadata).contains(uri + "/oauth2/jwks");
        assertThat(get("/oauth2/jwks")).contains(identity.key().getKeyID()).doesNotContain("\"d\"");
    }

    @Test
    void key_and_secrets_stay_the_same_and_are_only_their_owners_to_read() throws IOException {
        var again = Identity.in(folder.resolve("identity"));
        assertThat(identity.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.key()).isEqualTo(identity.key());
        assertThat(again.secrets()).isEqualTo(identity.secrets()).hasSize(Client.ALL.size());
        try (var files = Files.list(folder.resolve("identity"))) {
            for (var file : files.toList())
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
        }
    }

    @Test
    void it_does_not_run_under_the_production_profile() {
        System.setProperty("spring.profiles.active", "production");
        try {
            assertThatThrownBy(() -> DevelopmentIssuer.start(uri, identity))
                    .isInstanceOf(DevelopmentIssuer.NotForProduction.class);
        } finally {
            System.clearProperty("spring.profiles.active");
        }
    }

    private static HttpResponse<String> tokenFor(String client, String secret) throws Exception {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes());
        return send(HttpRequest.newBuilder(uri.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private static String get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri.resolve(path))).body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
