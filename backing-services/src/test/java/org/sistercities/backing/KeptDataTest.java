package org.sistercities.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As quickstart uses them: a directory, ports, one start after another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptDataTest {
    @TempDir
    Path directory;

    @Test
    void data_and_ports_are_kept_over_an_orderly_restart() throws Exception {
        var options = Options.keepingDataIn(directory);
        try (var services = BackingServices.start(options);
                var client = MongoClients.create(services.mongoUri("kept"))) {
            client.getDatabase("kept").getCollection("cities").insertOne(new Document("_id", "seattle"));
            KafkaClients.createTopic(services.kafkaBootstrapServers(), "kept", 1);
            try (var producer = KafkaClients.producer(services.kafkaBootstrapServers())) {
                producer.send(new ProducerRecord<>("kept", "seattle", "bergen")).get(1, TimeUnit.MINUTES);
            }
            options = options.onPorts(port(services.mongoUri("")), port("kafka://" + services.kafkaBootstrapServers()));
        }
        try (var services = BackingServices.start(options);
                var client = MongoClients.create(services.mongoUri("kept"));
                var consumer = KafkaClients.consumer(services.kafkaBootstrapServers(), "group", "kept")) {
            assertThat(port(services.mongoUri(""))).isEqualTo(options.mongoPort());
            assertThat(client.getDatabase("kept").getCollection("cities").find())
                    .hasSize(1);
            assertThat(KafkaClients.read(consumer, 1)).containsExactly("bergen");
            inUse();
        }
    }

    private void inUse() {
        assertThatThrownBy(() -> BackingServices.start(Options.keepingDataIn(directory)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void temporary_data_is_deleted_and_testcontainers_not_loaded() throws Exception {
        Path loaded = directory.resolve("loaded.txt");
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.io.tmpdir=" + directory,
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SharedMain.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(loaded)).contains("org.apache.kafka").doesNotContain(" org.testcontainers.");
        try (var left = Files.list(directory)) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("backing-services-"));
        }
    }

    /** Takes the shared ones, and ends. */
    static final class SharedMain {
        private SharedMain() {}

        public static void main(String[] arguments) {
            System.setProperty(Choice.PROPERTY, "embedded");
            assertThat(BackingServices.shared()).isSameAs(BackingServices.shared());
            System.exit(0); // as Surefire does; Kafka's threads do not end by themselves
        }
    }

    private static int port(String uri) {
        return URI.create(uri).getPort();
    }
}
