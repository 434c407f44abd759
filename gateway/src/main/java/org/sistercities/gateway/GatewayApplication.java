package org.sistercities.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one door for web clients. Its routes are configuration: see {@code application.yml}. */
@SpringBootApplication(excludeName = "org.sistercities.platform.security.SecurityAutoConfiguration") // that of services
public class GatewayApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
