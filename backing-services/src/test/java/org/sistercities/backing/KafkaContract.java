package org.sistercities.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

/** What the platform asks of a Kafka, embedded or real. */
interface KafkaContract {
    BackingServices services();

    @Test
    default void records_of_a_key_come_in_order_and_a_group_goes_on_where_it_was() throws Exception {
        String servers = services().kafkaBootstrapServers();
        String topic = "contract-" + UUID.randomUUID();
        KafkaClients.createTopic(servers, topic, 12);
        var sent = new ArrayList<String>();
        try (var producer = KafkaClients.producer(servers)) {
            for (int i = 0; i < 100; i++) {
                producer.send(new ProducerRecord<>(topic, "lockport", String.valueOf(i)))
                        .get(1, TimeUnit.MINUTES);
                sent.add(String.valueOf(i));
            }
        }
        var read = new ArrayList<String>();
        for (int half = 1; half <= 2; half++) {
            try (var consumer = KafkaClients.consumer(servers, topic, topic)) {
                read.addAll(KafkaClients.read(consumer, half * 50 - read.size()));
                consumer.commitSync();
            }
        }
        assertThat(read).isEqualTo(sent);
    }

    @Test
    default void topics_are_not_made_by_themselves() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", services().kafkaBootstrapServers()))) {
            String topic = "nobody-made-" + UUID.randomUUID();
            assertThatThrownBy(() -> admin.describeTopics(java.util.List.of(topic))
                            .allTopicNames()
                            .get(1, TimeUnit.MINUTES))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }
}
