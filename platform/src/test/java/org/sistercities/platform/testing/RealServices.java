package org.sistercities.platform.testing;

import java.util.Map;
import java.util.UUID;
import org.sistercities.backing.BackingServices;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Import it for a real MongoDB with a database of the context's own, a real Kafka, and a {@link TestIssuer}. It is a selector
 * only because those run before auto-configuration looks at the properties it adds.
 */
public class RealServices implements ImportSelector, EnvironmentAware {
    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata test) {
        var services = BackingServices.shared();
        var database = "test-" + UUID.randomUUID().toString().substring(0, 8);
        var properties = Map.<String, Object>of(
                "spring.mongodb.uri",
                services.mongoUri(database),
                "spring.kafka.bootstrap-servers",
                services.kafkaBootstrapServers(),
                "spring.kafka.consumer.group-id",
                database,
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                TestIssuer.uri(),
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                TestIssuer.uri() + "/jwks",
                "management.server.port",
                "0");
        ((ConfigurableEnvironment) environment)
                .getPropertySources()
                .addFirst(new MapPropertySource("real services", properties));
        return new String[0];
    }
}
