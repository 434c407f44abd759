package org.sistercities.events.registration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Registration;
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
        return new Combiner<>(
                properties.batch(),
                properties.patience(),
                event -> new RegistrationDesk(event, events, registrations, properties.terms(), clock));
    }

    @Bean
    Rush rush(Combiner<Arrival, Registration> desks) {
        return new Rush(desks::waiting);
    }

    @Bean
    MeterBinder registrationMeters(Combiner<Arrival, Registration> desks) {
        return meters -> {
            Gauge.builder("registration.desks", desks::lanes)
                    .description("Events this replica is registering parties for at the moment")
                    .register(meters);
            Gauge.builder("registration.waiting", desks::waiting)
                    .description("Parties waiting for the batch before them")
                    .register(meters);
        };
    }
}
