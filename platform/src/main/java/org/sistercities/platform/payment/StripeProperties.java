package org.sistercities.platform.payment;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Stripe is reached; without a secret key, nobody can pay by card.
 *
 * @param webhookSecret with which Stripe signs what it sends us
 * @param baseUrl of its API
 * @param tolerance how old a notice may be
 * @param readTimeout how long an answer may take; shorter than a caller of ours waits
 */
@Validated
@ConfigurationProperties("sistercities.payment.stripe")
record StripeProperties(
        @NotBlank String secretKey,
        @NotBlank String webhookSecret,
        @DefaultValue("https://api.stripe.com") URI baseUrl,
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("6s") Duration readTimeout) {

    @Override
    public String toString() {
        return "Stripe at " + baseUrl; // never its secrets, in no log
    }
}
