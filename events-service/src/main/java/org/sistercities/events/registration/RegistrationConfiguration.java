package org.sistercities.events.registration;

import java.time.Clock;
import org.sistercities.events.event.Events;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Opens a registration desk for each event somebody registers for, and starts the sweeper. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(RegistrationProperties.class)
class RegistrationConfiguration {

    @Bean
    Combiner<Arrival, Registration> registrationDesks(
            Events events, Registrations registrations, RegistrationProperties properties, Clock clock) {
        return new Combiner<>(properties.batch(), event -> new RegistrationDesk(event, events, registrations, clock));
    }
}
