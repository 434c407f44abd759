package org.sistercities.platform.messaging;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.EventCodec;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/**
 * Gives listeners {@link Delivered} events. The record itself stays as it came, so what cannot be read reaches the dead
 * letters byte for byte.
 */
final class DomainEventConverter extends MessagingMessageConverter {
    private final EventCodec codec;

    DomainEventConverter(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> record, @Nullable Type type) {
        try {
            return CloudEvents.read(record.headers(), (byte[]) record.value(), codec);
        } catch (SerializationException e) {
            throw new ConversionException("cannot be read", e);
        }
    }
}
