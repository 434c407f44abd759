package org.sistercities.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;

/** The one door for web clients. Its routes are configuration: see {@code application.yml}. */
@SpringBootApplication(
        exclude = DataRedisAutoConfiguration.class, // SharedState imports it when it is wanted
        excludeName = "org.sistercities.platform.security.SecurityAutoConfiguration") // that of services
public class GatewayApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
