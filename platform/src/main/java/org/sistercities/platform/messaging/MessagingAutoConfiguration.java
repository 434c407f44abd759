package org.sistercities.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.outbox.EventSender;
import org.sistercities.platform.problem.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** Publishing to the service's own topic, and listening so that an outage delays events but loses none. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@ConditionalOnClass(KafkaTemplate.class)
@EnableConfigurationProperties(EventsProperties.class)
class MessagingAutoConfiguration {
    private static final BackOff AT_ONCE = new FixedBackOff(0, 0); // not even a second try
    private static final Logger log = LoggerFactory.getLogger(MessagingAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    EventCodec eventCodec() {
        return EventCodec.ofAllServices();
    }

    @Bean
    EventSender eventSender(KafkaTemplate<String, byte[]> kafka, KafkaAdmin admin, EventsProperties properties) {
        return new KafkaEventSender(kafka, admin, properties);
    }

    @Bean
    RecordMessageConverter domainEventConverter(EventCodec codec) {
        return new DomainEventConverter(codec);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<?, ?> kafkaListenerContainerFactory(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers,
            EventCodec codec) {
        var listeners = new EventListeners(codec);
        configurer.configure(listeners, consumers);
        return listeners;
    }

    /** Whoever starts first creates them all, so that nobody waits for another service to have been there. */
    @Bean
    KafkaAdmin.NewTopics topics(EventsProperties properties) {
        var published = Stream.concat(Topics.ALL.stream(), Stream.of(properties.topic()))
                .distinct()
                .map(name -> topic(name, Topics.PARTITIONS, properties));
        return new KafkaAdmin.NewTopics(
                Stream.concat(published, Stream.of(topic(deadLetters(properties), 1, properties)))
                        .toArray(NewTopic[]::new));
    }

    /** Tries for as long as it takes; only what can never succeed is put aside, with the reason in its headers. */
    @Bean
    CommonErrorHandler errorHandler(
            KafkaTemplate<String, byte[]> kafka, EventsProperties properties, MeterRegistry meters) {
        var deadLettered = meters.counter("events.dead.letters");
        var recoverer = new DeadLetterPublishingRecoverer(
                kafka, (record, failure) -> new TopicPartition(deadLetters(properties), -1));
        recoverer.setFailIfSendResultIsError(true);
        var backOff = new ExponentialBackOff(properties.firstRetry().toMillis(), 2);
        backOff.setMaxInterval(properties.longestRetry().toMillis());
        var handler = new DefaultErrorHandler(
                (record, failure) -> {
                    log.error("To {}: {}", deadLetters(properties), record, failure);
                    recoverer.accept(record, failure);
                    deadLettered.increment();
                },
                backOff);
        handler.setBackOffFunction((_, failure) -> isFinal(failure) ? AT_ONCE : null);
        return handler;
    }

    /** A rule has said no, and not only for now. */
    private static boolean isFinal(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof Rejection rejection) return rejection.reason() != Rejection.Reason.TRY_AGAIN;
        return false;
    }

    private static String deadLetters(EventsProperties properties) {
        return properties.topic() + ".dead-letter";
    }

    private static NewTopic topic(String name, int partitions, EventsProperties properties) {
        return TopicBuilder.name(name)
                .partitions(partitions)
                .replicas(properties.replication())
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1") // read models are rebuilt from the first event
                .build();
    }
}
