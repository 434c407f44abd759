package org.sistercities.events.door;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** All admissions, one document for each ticket that has ever been let in. */
@Component
public class Admissions {
    private final AggregateStore<Admission> store;
    private final Clock clock;

    Admissions(AggregateStores stores, Clock clock) {
        this.store = stores.open("admissions", Admission.class);
        this.clock = clock;
    }

    /** When each of these tickets has admitted its guest; those that have not are missing. */
    public Map<String, Instant> admittedAt(Collection<String> ticketIds) {
        var times = new HashMap<String, Instant>();
        for (var stored : store.findAll(ticketIds))
            stored.state().first().ifPresent(scan -> times.put(stored.id(), scan.at()));
        return times;
    }

    Admission admit(Admission fresh) {
        var scan = fresh.scans().getFirst();
        return change(fresh, known -> known.admit(scan, clock.instant()));
    }

    Admission merge(Admission fresh) {
        var scan = fresh.scans().getFirst();
        return change(fresh, known -> known.merge(scan, clock.instant()));
    }

    /** @throws NoSuchAggregate when the ticket has never been admitted to this event */
    Admission undo(String eventId, String ticketId, String by) {
        if (!find(ticketId).map(Admission::eventId).equals(Optional.of(eventId)))
            throw new NoSuchAggregate("admission", ticketId);
        return store.change(ticketId, admission -> admission.undo(by, clock.instant()))
                .state();
    }

    Optional<Admission> find(String ticketId) {
        return store.find(ticketId).map(Stored::state);
    }

    void forEach(Consumer<Admission> each) {
        store.forEach(stored -> each.accept(stored.state()));
    }

    /** Two doors at once race on one insert; whoever loses decides on what the other has stored. */
    private Admission change(Admission fresh, Function<Admission, Change<Admission>> decision) {
        var id = fresh.ticketId();
        if (store.find(id).isEmpty()) {
            try {
                return store.create(id, fresh.born(clock.instant())).state();
            } catch (AlreadyExists e) {
                return store.change(id, decision).state();
            }
        }
        return store.change(id, decision).state();
    }
}
