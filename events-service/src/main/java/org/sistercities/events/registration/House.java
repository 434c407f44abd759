package org.sistercities.events.registration;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.function.BiConsumer;
import org.sistercities.events.event.Code;
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
    public void resize(Event event, long edition, String quota, int capacity) {
        change(event, (quotas, ledger) -> {
            mustBe(edition, quotas);
            ledger.resize(quota, capacity);
        });
    }

    /**
     * Opens one more quota, say for one more room.
     *
     * @param edition of the quotas, as their author has read them
     * @throws StaleRevision when capacities were changed since
     * @throws QuotaExists when the event has one of this name
     */
    public void open(Event event, long edition, Quota quota) {
        change(event, (quotas, ledger) -> {
            mustBe(edition, quotas);
            ledger.open(quota);
        });
    }

    /** Lets so many registrations use a code; asked again, nothing changes. */
    public void countUses(Event event, String code, int uses) {
        change(event, (_, ledger) -> ledger.add(new Quota(Code.quota(code), code, uses, 0)));
    }

    /** Lets no further registration use a code. */
    public void endUse(Event event, String code) {
        change(event, (_, ledger) -> ledger.close(Code.quota(code)));
    }

    /** In what a step is decided now. */
    public Setting setting(Event event) {
        return new Setting(event, properties.terms(), clock.instant());
    }

    private static void mustBe(long edition, Quotas quotas) {
        if (quotas.edition() != edition) throw new StaleRevision(quotas.edition());
    }

    private void change(Event event, BiConsumer<Quotas, Ledger> change) {
        var offered = new HashSet<String>();
        var changed = registrations.changeQuotas(event.id(), current -> {
            var ledger = new Ledger(current, setting(event));
            change.accept(current, ledger);
            offered.addAll(ledger.touched());
            return Change.of(ledger.quotas());
        });
        var offers = new LinkedHashMap<>(changed.intents());
        offers.keySet().retainAll(offered);
        registrations.write(offers); // whoever comes next drops the intents
    }
}
