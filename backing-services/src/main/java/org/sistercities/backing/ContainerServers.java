package org.sistercities.backing;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/** Both in containers. The only class that touches Testcontainers, so that nobody pays for it who does not use it. */
final class ContainerServers implements Servers {
    private static final String MONGO_IMAGE = "mongo:8.0.12";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";

    private final MongoDBContainer mongo = new MongoDBContainer(MONGO_IMAGE);
    private final KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

    ContainerServers() {
        try {
            Startables.deepStart(mongo, kafka).join();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public String mongoUri(String database) {
        return mongo.getConnectionString() + "/" + database;
    }

    @Override
    public String kafkaBootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void close() {
        kafka.stop();
        mongo.stop();
    }
}
