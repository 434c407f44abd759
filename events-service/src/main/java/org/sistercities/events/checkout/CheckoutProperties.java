package org.sistercities.events.checkout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How parties pay by card.
 *
 * @param returnPage where a payer goes from the provider's page; {@code {registration}} and {@code {outcome}} ({@code paid} or
 *     {@code given-up}) are filled in. The provider sees it, so it carries no token
 * @param askAfter how long a provider may be silent about a checkout before it is asked
 * @param lookEvery pause between two looks for those it is silent about, and for refunds
 */
@ConfigurationProperties("sistercities.checkout")
record CheckoutProperties(
        @DefaultValue("http://localhost:8080/registrations/{registration}?checkout={outcome}")
        String returnPage,

        @DefaultValue("5m") Duration askAfter,
        @DefaultValue("2s") Duration lookEvery) {}
