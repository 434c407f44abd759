package org.sistercities.content.news;

import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.EventsDomainEvent.AboutEvent;
import org.sistercities.platform.messaging.OnlyOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is news of other services' topics. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

    @Bean
    OnlyOf onlyEvents(EventCodec codec) {
        return new OnlyOf(AboutEvent.class, codec);
    }
}
