package org.sistercities.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sistercities.platform.testing.TestIssuer;

/** An OpenID Connect issuer at which editor edith signs in without being asked. Refresh tokens are good once. */
final class StubIssuer {
    private final RSAKey key = TestIssuer.newKey();
    private final HttpServer server;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final Map<String, Boolean> refreshTokens = new ConcurrentHashMap<>();
    final AtomicInteger refreshed = new AtomicInteger();

    /** How long access tokens are good. */
    volatile int seconds = 600;

    /** The session here that signing in begins. */
    volatile String session = "";

    StubIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> json(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/jwks","end_session_endpoint":"%1$s/logout","subject_types_supported":["public"],
                 "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(uri())));
        server.createContext("/jwks", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    /** From now on nobody's token is renewed. */
    void forgetRefreshTokens() {
        refreshTokens.clear();
    }

    /** An access token of ours, with these claims changed. */
    String token(Map<String, Object> changes) {
        return signed(claims(changes, 600).build());
    }

    /** What the issuer says when one of its sessions is over, with these claims changed. */
    String logoutToken(Map<String, Object> changes) {
        var claims = claims(changes, 120)
                .audience("gateway")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        changes.forEach(claims::claim);
        return signed(claims.build());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = form(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        nonces.put(code, query.get("nonce"));
        session = UUID.randomUUID().toString();
        exchange.getResponseHeaders()
                .set("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes()));
        var isRefresh = "refresh_token".equals(form.get("grant_type"));
        if (isRefresh && refreshTokens.remove(form.get("refresh_token")) == null) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        if (isRefresh) refreshed.incrementAndGet();
        var refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, true);
        var idToken = isRefresh
                ? "" // a new one is not asked for
                : ",\"id_token\":\""
                        + signed(claims(
                                        Map.of(
                                                "aud",
                                                "gateway",
                                                "nonce",
                                                nonces.remove(form.get("code")),
                                                "sid",
                                                session),
                                        600)
                                .build())
                        + "\"";
        json(exchange, 200, """
                {"access_token":"%s","refresh_token":"%s","token_type":"Bearer","expires_in":%d,"scope":"openid"%s}
                """.formatted(signed(claims(Map.of(), seconds).build()), refresh, seconds, idToken));
    }

    private JWTClaimsSet.Builder claims(Map<String, Object> changes, int lifetime) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject("edith")
                .audience(TestIssuer.AUDIENCE)
                .issueTime(new Date())
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(lifetime)))
                .claim("roles", List.of("editor"));
        changes.forEach(claims::claim);
        return claims;
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        var form = new HashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            form.put(parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, text.getBytes().length);
            exchange.getResponseBody().write(text.getBytes());
        }
    }

    /** Where a redirect leads. */
    static URI location(java.net.http.HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }
}
