package org.sistercities.gateway.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in. Without an issuer nobody can; bearer tokens work all the same.
 *
 * @param issuer the OpenID Connect issuer
 * @param clientId what the issuer calls this gateway
 * @param publicUrl the gateway's address as browsers see it, without a slash at the end
 * @param idle how long a session lasts that nobody uses
 * @param sessions how many sessions there can be at a time
 */
@ConfigurationProperties("sistercities.sign-in")
public record SignInProperties(
        @Nullable URI issuer,
        @DefaultValue("gateway") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("openid") Set<String> scopes,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("10000") int sessions) {}
