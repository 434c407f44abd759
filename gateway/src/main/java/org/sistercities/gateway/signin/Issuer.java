package org.sistercities.gateway.signin;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The one issuer people sign in at. It is asked for its addresses when the first of them does, not at the start: the gateway
 * serves everybody else while the issuer is away.
 */
final class Issuer implements ReactiveClientRegistrationRepository {
    static final String NAME = "sister-cities";
    private static final Duration EVER = Duration.ofMillis(Long.MAX_VALUE);
    private final Mono<ClientRegistration> registration;

    Issuer(SignInProperties properties) {
        registration = Mono.fromCallable(() -> discover(properties))
                .subscribeOn(Schedulers.boundedElastic())
                .cache(found -> EVER, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return NAME.equals(id) ? registration : Mono.empty();
    }

    Mono<ClientRegistration> registration() {
        return registration;
    }

    private static ClientRegistration discover(SignInProperties properties) {
        return ClientRegistrations.fromIssuerLocation(
                        requireNonNull(properties.issuer()).toString())
                .registrationId(NAME)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .redirectUri(properties.publicUrl() + "/login/oauth2/code/" + NAME) // never from the Host header
                .scope(properties.scopes())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
