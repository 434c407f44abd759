package org.sistercities.city.registry;

import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the collection of cities. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    @Bean
    AggregateStore<City> cityStore(AggregateStores stores) {
        return stores.open("cities", City.class);
    }
}
