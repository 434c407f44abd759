package org.sistercities.events.registration;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.events.party.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves whoever wants something of one event's registrations, a batch at a time. Each batch is the protocol across two
 * documents that the quotas describe, and its order is what makes it safe (docs/adr/0004-across-two-documents.md): read the
 * quotas, then the registrations, then compare-and-set the quotas with the intents, then write the registrations, then drop the
 * intents. The last step waits for the next batch, or for a pause; it may as well never come, for the {@link Sweeper} does it,
 * too.
 */
final class RegistrationDesk implements Combiner.Desk<Arrival, Registration> {
    private static final Logger log = LoggerFactory.getLogger(RegistrationDesk.class);

    private final String eventIdOrSlug;
    private final Events events;
    private final Registrations registrations;
    private final Terms terms;
    private final Clock clock;
    private final Map<String, Integer> written = new HashMap<>();
    private String eventId = "";

    RegistrationDesk(String eventIdOrSlug, Events events, Registrations registrations, Terms terms, Clock clock) {
        this.eventIdOrSlug = eventIdOrSlug;
        this.events = events;
        this.registrations = registrations;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public List<Supplier<Registration>> serve(List<Arrival> arrivals) {
        var event = events.get(eventIdOrSlug).state();
        eventId = event.id();
        var batch = new Batch(new Setting(event, terms, clock.instant()), arrivals);
        var quotas = registrations.changeQuotas(
                eventId, current -> batch.decide(current.settle(written), registrations.find(batch.ids())));
        written.clear();
        var intents = batch.intents(quotas);
        registrations.write(intents);
        intents.forEach((id, intent) -> written.put(id, intent.lastStep()));
        return batch.answers(quotas);
    }

    @Override
    public void pause() {
        if (written.isEmpty()) return;
        try {
            registrations.settle(eventId, written);
            written.clear();
        } catch (RuntimeException e) {
            log.warn("Intents of event {} are left to the sweeper: {}", eventId, e.toString());
        }
    }
}
