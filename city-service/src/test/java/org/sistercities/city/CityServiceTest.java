package org.sistercities.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.RealServices;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole service, once for all component tests, with the gazetteer loaded. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
public abstract class CityServiceTest {
    protected static final String SEATTLE = "gn5809844";
    protected static final String BERGEN = "gn3161732";
    protected static final String ADMINISTRATOR = TestIssuer.bearer("ada", Role.ADMINISTRATOR);

    protected WebTestClient http;

    @LocalServerPort
    private int port;

    @Autowired
    private HealthEndpoint health;

    @Autowired
    private Environment environment;

    @BeforeEach
    void ready() {
        http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(
                        () -> assertThat(health.healthForPath("readiness").getStatus())
                                .isEqualTo(Status.UP));
    }

    protected static String representativeOf(String... cities) {
        return TestIssuer.bearer(
                "rep of " + String.join(" and ", cities),
                claims -> claims.claim("cities", java.util.List.of(cities)),
                Role.CITY_REPRESENTATIVE);
    }

    /** Another replica of the service on the same database and topics; to be closed. */
    protected ConfigurableApplicationContext secondReplica() {
        var same = Stream.of(
                        "spring.mongodb.uri",
                        "spring.kafka.bootstrap-servers",
                        "spring.kafka.consumer.group-id",
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri")
                .map(property -> "--" + property + "=" + environment.getRequiredProperty(property));
        var ports = Stream.of("--server.port=0", "--management.server.port=0", "--spring.jmx.enabled=false");
        return new SpringApplicationBuilder(CityApplication.class)
                .run(Stream.concat(same, ports).toArray(String[]::new));
    }
}
