package org.sistercities.platform.outbox;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.sistercities.contracts.EventCodec;
import org.sistercities.platform.observability.CurrentTrace;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/** The relay, in every replica of every service. */
@AutoConfiguration
@ConditionalOnClass({MongoCollection.class, KafkaTemplate.class})
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

    @Bean
    OutboxRelay outboxRelay(EventSender sender, Clock clock, OutboxProperties properties, MeterRegistry meters) {
        return new OutboxRelay(sender, clock, properties, meters);
    }

    @Bean
    EventQueue eventQueue(EventCodec codec, CurrentTrace trace, Clock clock, OutboxRelay relay) {
        return new EventQueue(codec, trace, clock, relay);
    }
}
