package org.sistercities.events.dashboard;

import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.EventsDomainEvent.AboutRegistration;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.messaging.TopicTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Follows registrations in every replica. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    TopicTail<AboutRegistration> turnoutTail(
            ConsumerFactory<String, byte[]> consumers, EventCodec codec, Turnout turnout) {
        return new TopicTail<>(Topics.EVENTS, AboutRegistration.class, consumers, codec, turnout::load, turnout::on);
    }
}
