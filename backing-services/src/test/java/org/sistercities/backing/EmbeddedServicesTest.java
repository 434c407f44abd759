package org.sistercities.backing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.health.MongoHealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The contract, embedded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedServicesTest implements MongoContract, KafkaContract {
    private static BackingServices services;

    @BeforeAll
    static void start() {
        services = BackingServices.start(Options.temporary().by(Provision.EMBEDDED));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @Override
    public BackingServices services() {
        return services;
    }

    @Test
    void the_health_check_of_spring_boot_says_up() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class))
                .withPropertyValues("spring.mongodb.uri=" + services.mongoUri("health"))
                .run(context -> {
                    var indicator = new MongoHealthIndicator(context.getBean(com.mongodb.client.MongoClient.class));
                    assertThat(indicator.health(true).getStatus()).isEqualTo(Status.UP);
                });
    }

    @Test
    void it_says_how_it_runs() {
        assertThat(services.provision()).isEqualTo(Provision.EMBEDDED);
    }
}
