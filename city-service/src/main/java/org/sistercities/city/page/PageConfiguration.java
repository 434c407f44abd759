package org.sistercities.city.page;

import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the collections of what other services have published about cities. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    AggregateStore<CityNews> cityNewsStore(AggregateStores stores) {
        return stores.open("city-news", CityNews.class);
    }

    @Bean
    AggregateStore<Mention> mentionStore(AggregateStores stores) {
        return stores.open("city-mentions", Mention.class);
    }
}
