package org.sistercities.content.campaign;

import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the campaigns; no two share an address. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    @Bean
    AggregateStore<Campaign> campaignStore(AggregateStores stores) {
        return stores.open("campaigns", Campaign.class, "slug", "changed");
    }
}
