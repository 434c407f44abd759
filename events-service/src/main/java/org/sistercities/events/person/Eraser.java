package org.sistercities.events.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.sistercities.contracts.EventsDomainEvent.Erased;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.events.message.Messages;
import org.sistercities.events.party.Registration;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases what is known of an event's guests when its time has come. Every replica looks, at its start and then again and again, so a time
 * without any of them is made up for; two at once do the same.
 */
@Component
class Eraser {
    private static final Logger log = LoggerFactory.getLogger(Eraser.class);

    private final AggregateStore<Erasure> erasures;
    private final Events events;
    private final Registrations registrations;
    private final Messages messages;
    private final PersonalDataProperties properties;
    private final Clock clock;

    Eraser(
            AggregateStores stores,
            Events events,
            Registrations registrations,
            Messages messages,
            PersonalDataProperties properties,
            Clock clock) {
        this.erasures = stores.open("erasures", Erasure.class);
        this.events = events;
        this.registrations = registrations;
        this.messages = messages;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sistercities.personal-data.look-every:1h}")
    void look() {
        for (var what : Erased.values()) {
            try {
                var over = events.endedBy(properties.before(what, clock.instant()));
                var done = erasures
                        .findAll(over.stream()
                                .map(event -> Erasure.id(event.id(), what))
                                .toList())
                        .stream()
                        .map(Stored::id)
                        .collect(Collectors.toSet());
                for (var event : over) if (!done.contains(Erasure.id(event.id(), what))) erase(event.state(), what);
            } catch (RuntimeException e) {
                log.warn("What is to be erased waits for the next look: {}", e.toString());
            }
        }
    }

    private void erase(Event event, Erased what) {
        var changed = new AtomicInteger();
        var ids = new ArrayList<String>();
        registrations.eachOf(event.id(), stored -> {
            if (erase(stored, what)) changed.incrementAndGet();
            ids.add(stored.id());
        });
        if (what == Erased.PEOPLE) messages.forget(ids);
        erasures.createOnce(
                Erasure.id(event.id(), what),
                () -> new Erasure(event.id(), what, changed.get(), clock.instant()).done());
        log.info("Erased {} of event {} with {} registrations", what, event.id(), changed.get());
    }

    /** Whether there was something to erase. */
    boolean erase(Stored<Registration> stored, Erased what) {
        return registrations.change(stored.id(), known -> known.erased(what)).revision() > stored.revision();
    }
}
