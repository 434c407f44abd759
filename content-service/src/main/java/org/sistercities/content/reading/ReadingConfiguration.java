package org.sistercities.content.reading;

import org.sistercities.contracts.ContentDomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.messaging.TopicTail;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Keeps this replica's memory in step with what all replicas publish. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingProperties.class)
class ReadingConfiguration {

    @Bean
    TopicTail<ContentDomainEvent> storyTail(
            ConsumerFactory<String, byte[]> consumers, EventCodec codec, StoryLoading loading) {
        return new TopicTail<>(Topics.CONTENT, ContentDomainEvent.class, consumers, codec, loading::load, loading::on);
    }
}
