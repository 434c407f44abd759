package org.sistercities.city.partnership;

import org.sistercities.contracts.CityDomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.messaging.TopicTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Opens the collection of partnerships and follows their events. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PartnershipConfiguration {

    @Bean
    AggregateStore<Partnership> partnershipStore(AggregateStores stores) {
        return stores.open("partnerships", Partnership.class, Partnership.BONDS, Partnership.CERTIFICATES);
    }

    @Bean
    TopicTail<CityDomainEvent> partnershipTail(
            ConsumerFactory<String, byte[]> consumers, EventCodec codec, Network network) {
        return new TopicTail<>(Topics.CITY, CityDomainEvent.class, consumers, codec, network::load, network::on);
    }
}
