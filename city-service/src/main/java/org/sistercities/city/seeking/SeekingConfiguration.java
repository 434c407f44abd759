package org.sistercities.city.seeking;

import org.sistercities.contracts.CityDomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.messaging.TopicTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Opens the collection of seeking listings and follows their events. */
@Configuration(proxyBeanMethods = false)
class SeekingConfiguration {

    @Bean
    AggregateStore<SeekingListing> seekingStore(AggregateStores stores) {
        return stores.open("seeking-listings", SeekingListing.class);
    }

    @Bean
    TopicTail<CityDomainEvent> seekingTail(
            ConsumerFactory<String, byte[]> consumers, EventCodec codec, Seeking seeking) {
        return new TopicTail<>(Topics.CITY, CityDomainEvent.class, consumers, codec, seeking::load, seeking::on);
    }
}
