package org.sistercities.platform.messaging;

import org.sistercities.contracts.EventCodec;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpoint;
import org.springframework.kafka.config.MethodKafkaListenerEndpoint;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Runs each listener as Spring Boot would, but shows it {@link OnlyOf} what its argument names. */
final class EventListeners extends ConcurrentKafkaListenerContainerFactory<Object, Object> {
    private final EventCodec codec;

    EventListeners(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public ConcurrentMessageListenerContainer<Object, Object> createListenerContainer(KafkaListenerEndpoint endpoint) {
        if (endpoint instanceof MethodKafkaListenerEndpoint<?, ?> listener)
            OnlyOf.argumentOf(listener.getMethod(), codec).ifPresent(listener::setRecordFilterStrategy);
        return super.createListenerContainer(endpoint);
    }
}
