package org.sistercities.backing.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.sistercities.backing.FreePort;

/**
 * A Kafka for trying and testing: the real broker, controller and broker in one node of this process, on the loopback
 * address. What it acknowledged survives the death of the process.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it takes part.
     *
     * @param directory where the data is kept; formatted if it is new
     * @param port 0 for a free one
     */
    public static EmbeddedKafka start(Path directory, int port) {
        neverEndTheProcess();
        int brokerPort = port == 0 ? FreePort.any() : requireFree(port);
        var settings = BrokerSettings.of(directory, brokerPort, FreePort.any());
        try {
            formatIfNew(directory);
            var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            start(server);
            return new EmbeddedKafka(server, brokerPort);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "cannot start a Kafka on port " + brokerPort + " with its data in " + directory + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static void start(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException | Error e) {
            server.shutdown();
            throw e;
        }
    }

    private static void formatIfNew(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return; // written last, so all else is there too
        }
        Files.createDirectories(directory);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .run();
    }

    /** Where Kafka sees no way out it ends the process, for good from here on an exception: the process is not its own. */
    private static void neverEndTheProcess() {
        Exit.setExitProcedure((status, message) -> failed("exit", status, message));
        Exit.setHaltProcedure((status, message) -> failed("halt", status, message));
    }

    private static void failed(String how, int status, String message) {
        throw new IllegalStateException("Kafka gave up (" + how + " " + status + "): " + message);
    }

    private static int requireFree(int port) {
        if (!FreePort.isFree(port)) throw new IllegalStateException("port " + port + " is taken");
        return port;
    }

    public String bootstrapServers() {
        return LOOPBACK + ":" + port;
    }

    /** Stops in an orderly way; takes about a second. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
