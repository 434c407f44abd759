package org.sistercities.backing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Interim: in memory only, until the durable one lands. */
public final class BackingServices {
    private static final BackingServices SHARED = new BackingServices();
    private final String mongo;
    private final String bootstrap;

    private BackingServices() {
        try {
            var server = new MongoServer(H2Backend.inMemory());
            mongo = "mongodb://127.0.0.1:" + server.bind().getPort();
            int port = port();
            int controller = port();
            var dir = Files.createTempDirectory("kafka");
            var p = new Properties();
            p.put("process.roles", "broker,controller");
            p.put("node.id", "1");
            p.put("controller.quorum.voters", "1@localhost:" + controller);
            p.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controller);
            p.put("controller.listener.names", "CONTROLLER");
            p.put("log.dirs", dir.toString());
            p.put("offsets.topic.replication.factor", "1");
            p.put("offsets.topic.num.partitions", "3");
            p.put("group.initial.rebalance.delay.ms", "0");
            p.put("auto.create.topics.enable", "false");
            Path file = Files.createTempFile("kafka", ".properties");
            try (var out = Files.newOutputStream(file)) {
                p.store(out, null);
            }
            kafka.tools.StorageTool.execute(
                    new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()}, System.out);
            var broker = new KafkaRaftServer(new KafkaConfig(p), Time.SYSTEM);
            broker.startup();
            bootstrap = "localhost:" + port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BackingServices shared() {
        return SHARED;
    }

    public String mongoUri(String database) {
        return mongo + "/" + database;
    }

    public String kafkaBootstrapServers() {
        return bootstrap;
    }

    private static int port() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
