package org.sistercities.events.registration;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import org.sistercities.events.event.Event;
import org.sistercities.events.party.Setting;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.StaleRevision;
import org.springframework.stereotype.Component;

/** Changes of an event's quotas that no party asks for. What they set free goes to the waiting list in the same change. */
@Component
public class House {
    private final Registrations registrations;
    private final RegistrationProperties properties;
    private final Clock clock;

    House(Registrations registrations, RegistrationProperties properties, Clock clock) {
        this.registrations = registrations;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Changes how many places a quota has, also while it is on sale.
     *
     * @param edition of the quotas, as their author has read them
     * @throws StaleRevision when capacities were changed since; what parties do meanwhile matters only by its places
     * @throws NoSuchQuota when the event has none of this name
     * @throws BelowWhatIsTaken when more places are taken or held
     */
    public Quotas resize(Event event, long edition, String quota, int capacity) {
        var offered = new HashSet<String>();
        var changed = registrations.changeQuotas(event.id(), current -> {
            if (current.edition() != edition) throw new StaleRevision(current.edition());
            var ledger = new Ledger(current, new Setting(event, properties.terms(), clock.instant()));
            ledger.resize(quota, capacity);
            offered.addAll(ledger.touched());
            return Change.of(ledger.quotas());
        });
        var offers = new LinkedHashMap<>(changed.intents());
        offers.keySet().retainAll(offered);
        registrations.write(offers); // whoever comes next drops the intents
        return changed;
    }
}
