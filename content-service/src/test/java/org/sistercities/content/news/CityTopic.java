package org.sistercities.content.news;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.sistercities.contracts.CityDomainEvent;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.Topics;

/** City-service's side of its topic. */
final class CityTopic {
    private static final EventCodec CODEC = EventCodec.ofAllServices();

    private CityTopic() {}

    static ProducerRecord<String, byte[]> record(String key, CityDomainEvent event) {
        return record(key, EventCodec.typeOf(event.getClass()), CODEC.encode(event));
    }

    static ProducerRecord<String, byte[]> record(String key, String type, byte[] data) {
        var record = new ProducerRecord<>(Topics.CITY, key, data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", type + "/" + key + "/1",
                        "ce_type", type,
                        "ce_source", "/city-service",
                        "ce_subject", key,
                        "ce_time", "2014-10-03T17:00:00Z",
                        "ce_sequence", "0000000000000000001")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    static DomainEvent decoded(String type, byte[] data) {
        return CODEC.decode(type, data);
    }
}
