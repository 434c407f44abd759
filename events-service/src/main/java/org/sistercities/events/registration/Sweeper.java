package org.sistercities.events.registration;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finishes what a crash left between taking the places and storing the registration. It runs in every replica; two at once do
 * no harm, and nothing but the time until a registration appears depends on it.
 */
@Component
class Sweeper {
    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final Registrations registrations;
    private final RegistrationProperties properties;
    private final Clock clock;

    Sweeper(Registrations registrations, RegistrationProperties properties, Clock clock) {
        this.registrations = registrations;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sistercities.registration.sweep-every:2s}")
    void sweep() {
        try {
            var leftBehind = clock.instant().minus(properties.sweepAfter());
            for (var quotas : registrations.unsettled()) finish(quotas.state(), leftBehind);
        } catch (RuntimeException e) {
            log.warn("What may be left behind waits for the next sweep: {}", e.toString());
        }
    }

    private void finish(Quotas quotas, Instant leftBehind) {
        var intents = quotas.intentsBefore(leftBehind);
        if (intents.isEmpty()) return;
        log.info("Finishing {} registrations of event {}", intents.size(), quotas.eventId());
        registrations.store(intents);
        registrations.settle(quotas.eventId(), intents.keySet());
    }
}
