package org.sistercities.events.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Steps;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.StaleRevision;
import org.sistercities.platform.aggregate.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finishes what a crash left between moving the places and writing the registration, and records what has run out. It runs in
 * every replica; two at once do no harm. Nothing but the time until a step appears depends on it, and for those who wait, the
 * time until they are offered what ran out while nobody came.
 */
@Component
class Sweeper {
    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final Registrations registrations;
    private final Events events;
    private final RegistrationProperties properties;
    private final Clock clock;

    Sweeper(Registrations registrations, Events events, RegistrationProperties properties, Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sistercities.registration.sweep-every:2s}")
    void sweep() {
        try {
            registrations.unsettled(clock.instant()).forEach(this::sweep);
        } catch (RuntimeException e) {
            log.warn("What may be left behind waits for the next sweep: {}", e.toString());
        }
    }

    /** One event that cannot be swept keeps no other waiting. */
    private void sweep(Stored<Quotas> quotas) {
        try {
            finish(quotas.state(), clock.instant().minus(properties.sweepAfter()));
            if (quotas.state().needsRecording(clock.instant())) recordAll(quotas.id());
        } catch (RuntimeException e) {
            log.warn("What event {} has left behind waits for the next sweep: {}", quotas.id(), e.toString());
        }
    }

    private void finish(Quotas quotas, Instant leftBehind) {
        var intents = quotas.intentsBefore(leftBehind);
        if (intents.isEmpty()) return;
        log.info("Finishing {} steps of event {}", intents.size(), quotas.eventId());
        registrations.write(intents);
        registrations.settle(
                quotas.eventId(),
                intents.entrySet().stream()
                        .collect(Collectors.toMap(
                                left -> left.getKey(), left -> left.getValue().lastStep())));
    }

    private void recordAll(String eventId) {
        var desk = new RegistrationDesk(eventId, events, registrations, properties.terms(), clock);
        desk.serve(List.of()); // gives up what has run out, and offers it to those who wait
        while (true) {
            var quotas = registrations.quotas(eventId);
            var over = registrations.lapsed(eventId, quotas.state().held().lapsed(), properties.batch());
            if (over.isEmpty()) {
                allRecorded(quotas);
                break;
            }
            desk.serve(over.stream().map(Sweeper::expiry).toList());
        }
        desk.pause();
    }

    /** Only if nothing has changed since before the registrations were read, and none is still to be written. */
    private void allRecorded(Stored<Quotas> quotas) {
        if (quotas.state().awaitsExpiry()) return;
        try {
            registrations.changeQuotas(quotas.id(), quotas.revision(), current -> Change.of(current.allRecorded()));
        } catch (StaleRevision e) {
            log.debug("Event {} is busy; what has run out is looked for again", quotas.id());
        }
    }

    private static Arrival expiry(Stored<Registration> over) {
        return new StepWanted(over.id(), Entry.SYSTEM, Steps::expire);
    }
}
