package org.sistercities.events.registration;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.sistercities.events.event.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers parties for one event, a batch at a time. Each batch is the protocol across two documents that the quotas describe,
 * and its order is what makes it safe (docs/adr/0004-across-two-documents.md): read the quotas, then the registrations,
 * then compare-and-set the quotas with the intents, then store the registrations, then drop the intents. The last step waits for
 * the next batch, or for a pause; it may as well never come, for the {@link Sweeper} does it, too.
 */
final class RegistrationDesk implements Combiner.Desk<Arrival, Registration> {
    private static final Logger log = LoggerFactory.getLogger(RegistrationDesk.class);

    private final String eventIdOrSlug;
    private final Events events;
    private final Registrations registrations;
    private final Clock clock;
    private final Set<String> stored = new HashSet<>();
    private String eventId = "";

    RegistrationDesk(String eventIdOrSlug, Events events, Registrations registrations, Clock clock) {
        this.eventIdOrSlug = eventIdOrSlug;
        this.events = events;
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public List<Supplier<Registration>> serve(List<Arrival> arrivals) {
        var event = events.published(eventIdOrSlug).state();
        eventId = event.id();
        var batch = new Batch(event, arrivals, clock.instant());
        var quotas = registrations.changeQuotas(
                eventId, current -> batch.decide(current.settle(stored), registrations.find(batch.ids())));
        stored.clear();
        var intents = batch.intents(quotas);
        registrations.store(intents);
        stored.addAll(intents.keySet());
        return batch.answers(quotas);
    }

    @Override
    public void pause() {
        if (stored.isEmpty()) return;
        try {
            registrations.settle(eventId, stored);
            stored.clear();
        } catch (RuntimeException e) {
            log.warn("Intents of event {} are left to the sweeper: {}", eventId, e.toString());
        }
    }
}
