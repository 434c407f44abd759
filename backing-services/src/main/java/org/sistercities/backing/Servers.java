package org.sistercities.backing;

/** A MongoDB and a Kafka that run. */
interface Servers extends AutoCloseable {
    String mongoUri(String database);

    String kafkaBootstrapServers();

    @Override
    void close();
}
