package org.sistercities.backing.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedKafkaTest {
    @TempDir
    Path directory;

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, other.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " is taken");
        }
    }

    @Test
    void data_it_cannot_use_is_an_exception_not_the_end_of_the_process() throws Exception {
        Files.writeString(directory.resolve("meta.properties"), "version=1\ncluster.id=other\nnode.id=7\n");
        assertThatThrownBy(() -> EmbeddedKafka.start(directory, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void giving_up_does_not_end_the_process() {
        assertThatThrownBy(() -> EmbeddedKafka.start(directory, 1 << 20)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Exit.halt(1, "fault")).hasMessageContaining("fault");
        assertThatThrownBy(() -> Exit.exit(1, "fault")).hasMessageContaining("fault");
    }
}
