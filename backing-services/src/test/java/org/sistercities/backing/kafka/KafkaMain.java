package org.sistercities.backing.kafka;

import java.nio.file.Path;
import org.sistercities.backing.ServerProcess;

/** The embedded Kafka in a process of its own. */
final class KafkaMain {
    private KafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        ServerProcess.ready(EmbeddedKafka.start(Path.of(arguments[0]), 0).bootstrapServers());
    }
}
