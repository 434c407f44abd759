package org.sistercities.backing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MongoDB and a Kafka to test with and to try the platform on.
 *
 * <p>Tests take {@link #shared()}; quickstart {@linkplain #start(Options) starts} its own and keeps the data.
 */
public final class BackingServices implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BackingServices.class);

    private final Servers servers;
    private final Provision provision;

    private BackingServices(Servers servers, Provision provision) {
        this.servers = servers;
        this.provision = provision;
    }

    /**
     * Starts both and returns when they can be used.
     *
     * @throws IllegalStateException if a port is taken, the data is in use, or containers are asked for and no engine answers
     */
    public static BackingServices start(Options options) {
        QuietLogs.install();
        var choice = Choice.of(options, Choice.forced(), ContainerServers::dockerAnswers);
        long begin = System.nanoTime();
        var servers =
                choice.provision() == Provision.CONTAINERS ? new ContainerServers() : new EmbeddedServers(options);
        var started = new BackingServices(servers, choice.provision());
        log.info(
                "MongoDB at {} and Kafka at {}: {}, {}; ready in {} ms",
                started.mongoUri(""),
                started.kafkaBootstrapServers(),
                choice.provision() == Provision.CONTAINERS ? "in containers" : "embedded",
                choice.reason(),
                (System.nanoTime() - begin) / 1_000_000);
        return started;
    }

    /** The one pair of this JVM, started at the first call and stopped with the JVM. Use a database and topics of your own. */
    public static BackingServices shared() {
        return Shared.INSTANCE;
    }

    /** A connection string for {@code spring.mongodb.uri} or a driver. */
    public String mongoUri(String database) {
        return servers.mongoUri(database);
    }

    /** For {@code spring.kafka.bootstrap-servers}. Topics are not made by themselves. */
    public String kafkaBootstrapServers() {
        return servers.kafkaBootstrapServers();
    }

    /** Embedded or containers, never {@link Provision#AUTO}. */
    public Provision provision() {
        return provision;
    }

    /** Stops both; data that was not to be kept is deleted. */
    @Override
    public void close() {
        servers.close();
    }

    private static final class Shared {
        static final BackingServices INSTANCE = start(Options.temporary());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close, "backing-services-stop"));
        }
    }
}
