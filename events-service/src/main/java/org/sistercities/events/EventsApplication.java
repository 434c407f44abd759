package org.sistercities.events;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Galas: quotas, ticket types and registrations without one seat oversold. */
@SpringBootApplication
public class EventsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EventsApplication.class, arguments);
    }
}
