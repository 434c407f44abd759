package org.sistercities.events;

import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.EventsDomainEvent.AboutEvent;
import org.sistercities.contracts.EventsDomainEvent.AboutRegistration;
import org.sistercities.platform.messaging.OnlyOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What those who follow this service's own topic may ask for: one family of its events. */
@Configuration(proxyBeanMethods = false)
class FollowersConfiguration {

    @Bean
    OnlyOf onlyEvents(EventCodec codec) {
        return new OnlyOf(AboutEvent.class, codec);
    }

    @Bean
    OnlyOf onlyRegistrations(EventCodec codec) {
        return new OnlyOf(AboutRegistration.class, codec);
    }
}
