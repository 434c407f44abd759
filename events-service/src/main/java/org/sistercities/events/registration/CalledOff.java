package org.sistercities.events.registration;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.EventsDomainEvent.AboutEvent;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventChanged;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.sistercities.contracts.Topics;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.RegistrationOver;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.messaging.Delivered;
import org.sistercities.platform.paging.Moment;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Cancels the registrations of an event that is called off, each with the event's reason, many at a time. Heard again after a
 * crash, it goes on with those that are left.
 */
@Component
class CalledOff {
    private final Registrations registrations;
    private final Combiner<Arrival, Registration> desks;
    private final RegistrationProperties properties;

    CalledOff(Registrations registrations, Combiner<Arrival, Registration> desks, RegistrationProperties properties) {
        this.registrations = registrations;
        this.desks = desks;
        this.properties = properties;
    }

    @KafkaListener(topics = Topics.EVENTS, groupId = "${spring.kafka.consumer.group-id}-called-off")
    void on(Delivered<AboutEvent> delivered) {
        switch (delivered.event()) {
            case EventCancelled event -> cancelAll(event.eventId(), event.reason());
            case EventPublished _, EventChanged _, EventConcluded _ -> {} // it takes place
        }
    }

    private void cancelAll(String eventId, String reason) {
        @Nullable Moment after = null;
        while (true) {
            var some = registrations.ofEvent(eventId, null, after, properties.batch());
            if (some.isEmpty()) return;
            cancel(eventId, some, reason);
            var last = some.getLast();
            after = new Moment(last.state().registeredAt(), last.id());
        }
    }

    /** At once, so that they share their changes of the quotas; a failure of one is the listener's, which tries again. */
    private void cancel(String event, List<Stored<Registration>> some, String reason) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var steps = some.stream()
                    .map(stored -> CompletableFuture.runAsync(() -> cancel(event, stored, reason), threads))
                    .toList();
            steps.forEach(CompletableFuture::join);
        }
    }

    private void cancel(String event, Stored<Registration> stored, String reason) {
        if (stored.state().standing().status().isOver()) return;
        try {
            desks.submit(event, new StepWanted(stored.id(), Entry.SYSTEM, steps -> steps.cancel(reason)));
        } catch (RegistrationOver e) {
            // its time ran out, or its party was faster
        }
    }
}
