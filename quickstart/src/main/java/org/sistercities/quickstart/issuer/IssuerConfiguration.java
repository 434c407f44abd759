package org.sistercities.quickstart.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** Spring Authorization Server with our clients, our key, and the claims our services read. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class IssuerConfiguration {
    private static final Duration A_WORKING_SESSION = Duration.ofHours(1);

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) {
        return http.oauth2AuthorizationServer(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(Identity identity) {
        return new InMemoryRegisteredClientRepository(
                Client.ALL.stream().map(client -> registered(client, identity)).toList());
    }

    @Bean
    JWKSource<SecurityContext> keys(Identity identity) {
        return new ImmutableJWKSet<>(new JWKSet(identity.key()));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> {
            var client = Client.named(token.getRegisteredClient().getClientId());
            token.getClaims()
                    .audience(List.of("sister-cities"))
                    .claim("roles", List.of(client.role()))
                    .claim("cities", client.cities());
        };
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
