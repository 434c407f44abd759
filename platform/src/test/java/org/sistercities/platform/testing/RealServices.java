package org.sistercities.platform.testing;

import java.util.UUID;
import org.sistercities.backing.BackingServices;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Import it for a real MongoDB with a database of the context's own, a real Kafka, and a {@link TestIssuer}. */
@TestConfiguration(proxyBeanMethods = false)
public class RealServices {

    @Bean
    DynamicPropertyRegistrar backingServices() {
        var services = BackingServices.shared();
        var database = "test-" + UUID.randomUUID().toString().substring(0, 8);
        return properties -> {
            properties.add("spring.mongodb.uri", () -> services.mongoUri(database));
            properties.add("spring.kafka.bootstrap-servers", services::kafkaBootstrapServers);
            properties.add("spring.kafka.consumer.group-id", () -> database);
            properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", TestIssuer::uri);
            properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", () -> TestIssuer.uri() + "/jwks");
        };
    }
}
