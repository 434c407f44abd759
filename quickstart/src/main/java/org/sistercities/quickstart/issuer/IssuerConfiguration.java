package org.sistercities.quickstart.issuer;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Spring Authorization Server with our clients, our key, and the claims our services read. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class IssuerConfiguration {
    private static final Duration A_WORKING_SESSION = Duration.ofHours(1);

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(Identity identity, URI gateway) {
        var programs = Client.ALL.stream().map(client -> registered(client, identity));
        return new InMemoryRegisteredClientRepository(
                Stream.concat(programs, Stream.of(browsers(gateway, identity))).toList());
    }

    @Bean
    UserDetailsService accounts(Identity identity) {
        return new InMemoryUserDetailsManager(Client.ALL.stream()
                .map(account -> User.withUsername(account.id())
                        .password("{noop}" + identity.passwords().get(account.id()))
                        .build())
                .toList());
    }

    @Bean
    JWKSource<SecurityContext> keys(Identity identity) {
        return new ImmutableJWKSet<>(new JWKSet(identity.key()));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> {
            Authentication principal = requireNonNull(token.<Authentication>getPrincipal());
            var who = Client.named(principal.getName()); // a program, or whoever has signed in
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType()))
                token.getClaims().audience(List.of("sister-cities"));
            token.getClaims().claim("roles", List.of(who.role())).claim("cities", who.cities());
        };
    }

    /** The gateway, on behalf of people. */
    private static RegisteredClient browsers(URI gateway, Identity identity) {
        return RegisteredClient.withId("gateway")
                .clientId("gateway")
                .clientSecret("{noop}" + identity.gatewaySecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(gateway + "/login/oauth2/code/sister-cities")
                .postLogoutRedirectUri(gateway + "/")
                .scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(10))
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }

    private static RegisteredClient registered(Client client, Identity identity) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret("{noop}" + identity.secrets().get(client.id())) // 192 random bits need no slow hash
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(A_WORKING_SESSION)
                        .build())
                .build();
    }
}
