package org.sistercities.backing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract on a real MongoDB and a Kafka of its own, where there is Docker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledIf(value = "dockerAnswers", disabledReason = "no Docker engine answers")
class ContainerServicesTest implements MongoContract, KafkaContract {
    private static BackingServices services;

    static boolean dockerAnswers() {
        return ContainerServers.dockerAnswers();
    }

    @BeforeAll
    static void start() {
        services = BackingServices.start(Options.temporary().by(Provision.CONTAINERS));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @Override
    public BackingServices services() {
        return services;
    }
}
