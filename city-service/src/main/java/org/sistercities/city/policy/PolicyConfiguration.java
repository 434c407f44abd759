package org.sistercities.city.policy;

import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the collection of local policies; the id of each is its city's. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    AggregateStore<LocalPolicy> policyStore(AggregateStores stores) {
        return stores.open("policies", LocalPolicy.class);
    }
}
