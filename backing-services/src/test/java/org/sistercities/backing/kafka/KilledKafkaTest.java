package org.sistercities.backing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.backing.KafkaClients;
import org.sistercities.backing.ServerProcess;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledKafkaTest {
    private static final String TOPIC = "signings";
    private static final int RECORDS = 200;

    @TempDir
    Path directory;

    @Test
    void acknowledged_records_and_committed_offsets_survive_a_kill() throws Exception {
        var acknowledged = new ArrayList<String>();
        int committed;
        try (var server = ServerProcess.start(KafkaMain.class, directory)) {
            KafkaClients.createTopic(server.address(), TOPIC, 1);
            send(server.address(), "before", acknowledged);
            committed = consumeSomeAndCommit(server.address());
            server.kill();
        }
        try (var server = EmbeddedKafka.start(directory, 0)) {
            send(server.bootstrapServers(), "after", acknowledged);
            assertThat(read(server.bootstrapServers(), "another group", 2 * RECORDS))
                    .isEqualTo(acknowledged);
            assertThat(read(server.bootstrapServers(), "group", 2 * RECORDS - committed))
                    .isEqualTo(acknowledged.subList(committed, acknowledged.size()));
        }
    }

    private static void send(String servers, String prefix, List<String> acknowledged) throws Exception {
        try (var producer = KafkaClients.producer(servers)) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>(TOPIC, "key", prefix + i)).get(1, TimeUnit.MINUTES);
                acknowledged.add(prefix + i);
            }
        }
    }

    private static int consumeSomeAndCommit(String servers) {
        try (var consumer = KafkaClients.consumer(servers, "group", TOPIC)) {
            int read = KafkaClients.read(consumer, RECORDS / 2).size();
            consumer.commitSync();
            return read;
        }
    }

    private static List<String> read(String servers, String group, int atLeast) {
        try (var consumer = KafkaClients.consumer(servers, group, TOPIC)) {
            return KafkaClients.read(consumer, atLeast);
        }
    }
}
