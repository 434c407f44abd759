package org.sistercities.system.crash;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Halts the process when Kafka has acknowledged an event, before the relay hears of it. */
public class CrashAfterSend implements ProducerInterceptor<String, byte[]> {

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
        return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception failure) {
        if (failure == null && metadata != null && metadata.topic().equals("sistercities.events")) Step.halt(Step.SEND);
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configuration) {}
}
