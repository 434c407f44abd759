package org.sistercities.quickstart.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
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
import org.sistercities.backing.FreePort;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DevelopmentIssuerTest {
    @TempDir
    static Path folder;

    private static final URI GATEWAY = URI.create("http://localhost:8080");
    private static URI uri;
    private static Identity identity;
    private static DevelopmentIssuer issuer;

    @BeforeAll
    static void start() throws IOException {
        uri = URI.create("http://127.0.0.1:" + FreePort.any());
        identity = Identity.in(folder.resolve("identity"));
        issuer = DevelopmentIssuer.start(uri, GATEWAY, identity);
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
    void an_account_signs_in_with_its_password_and_the_gateway_gets_tokens_that_say_who_it_is() throws Exception {
        var cookies = new java.net.CookieManager(null, java.net.CookiePolicy.ACCEPT_ALL);
        try (var browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            var verifier = "a-verifier-that-is-long-enough-for-rfc-7636-to-take-it";
            var challenge = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            java.security.MessageDigest.getInstance("SHA-256").digest(verifier.getBytes()));
            var callback = GATEWAY + "/login/oauth2/code/sister-cities";
            var authorize =
                    uri.resolve("/oauth2/authorize?response_type=code&client_id=gateway&scope=openid&state=s&nonce=n"
                            + "&code_challenge_method=S256&code_challenge=" + challenge + "&redirect_uri=" + callback);
            var html = HttpRequest.newBuilder(authorize).header("Accept", "text/html");
            assertThat(location(browser, html)).startsWith(uri + "/login");
            var page = browser.send(
                            HttpRequest.newBuilder(uri.resolve("/login")).build(), BodyHandlers.ofString())
                    .body();
            var csrf = page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
            var password = identity.passwords().get("editor");
            assertThat(location(browser, form(uri.resolve("/login"), "username=editor&password=wrong&_csrf=" + csrf)))
                    .endsWith("/login?error");
            assertThat(location(
                            browser,
                            form(uri.resolve("/login"), "username=editor&password=" + password + "&_csrf=" + csrf)))
                    .startsWith(authorize.toString().substring(0, 60));
            var back = location(browser, html);
            assertThat(back).startsWith(callback + "?code=");
            var basic = Base64.getEncoder().encodeToString(("gateway:" + identity.gatewaySecret()).getBytes());
            var answer = send(form(
                            uri.resolve("/oauth2/token"),
                            "grant_type=authorization_code&code=" + back.replaceAll(".*code=([^&]+).*", "$1")
                                    + "&redirect_uri=" + callback + "&code_verifier=" + verifier)
                    .header("Authorization", "Basic " + basic));
            var tokens = new JsonMapper().readTree(answer.body());
            var access = SignedJWT.parse(tokens.path("access_token").asString()).getJWTClaimsSet();
            assertThat(access.getSubject()).isEqualTo("editor");
            assertThat(access.getAudience()).containsExactly("sister-cities");
            assertThat(access.getStringListClaim("roles")).containsExactly("editor");
            var id = SignedJWT.parse(tokens.path("id_token").asString()).getJWTClaimsSet();
            assertThat(id.getAudience()).containsExactly("gateway");
            assertThat(id.getStringListClaim("roles")).containsExactly("editor");
            assertThat(tokens.path("refresh_token").asString()).isNotBlank();
        }
    }

    private static String location(HttpClient browser, HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpRequest.Builder form(URI to, String fields) {
        return HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
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
            assertThatThrownBy(() -> DevelopmentIssuer.start(uri, GATEWAY, identity))
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
