package org.sistercities.city.registry;

import org.sistercities.contracts.CityDomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.messaging.TopicTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Opens the collection of cities. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    @Bean
    AggregateStore<City> cityStore(AggregateStores stores) {
        return stores.open("cities", City.class);
    }

    @Bean
    TopicTail<CityDomainEvent> cityTail(
            ConsumerFactory<String, byte[]> consumers, EventCodec codec, CityLoading loading) {
        return new TopicTail<>(Topics.CITY, CityDomainEvent.class, consumers, codec, loading::load, loading::on);
    }
}
