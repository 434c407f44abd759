package org.sistercities.events.door;

import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.EventsDomainEvent.AboutAdmission;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.messaging.TopicTail;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Follows admissions in every replica. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorProperties.class)
class DoorConfiguration {

    @Bean
    TopicTail<AboutAdmission> admissionsTail(
            ConsumerFactory<String, byte[]> consumers, EventCodec codec, Attendance attendance) {
        return new TopicTail<>(Topics.EVENTS, AboutAdmission.class, consumers, codec, attendance::load, attendance::on);
    }
}
