package org.sistercities.platform.payment;

import com.stripe.StripeClient;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** A payment provider, if one is configured. */
@AutoConfiguration
@ConditionalOnClass(StripeClient.class)
@ConditionalOnProperty("sistercities.payment.stripe.secret-key")
@EnableConfigurationProperties(StripeProperties.class)
class PaymentAutoConfiguration {

    @Bean
    PaymentProvider stripeCheckout(StripeProperties properties, JsonMapper json, Clock clock) {
        return new StripeCheckout(properties, json, clock);
    }
}
