package org.sistercities.events.registration;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.TicketType;
import org.sistercities.events.event.Tickets;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/** Parties that are registered by one change of the quotas. */
final class Batch {
    private final Event event;
    private final List<Candidate> candidates;
    private Map<String, Registration> known = Map.of();

    /** A request and what would become of it if places are left: a registration or a refusal. */
    private record Candidate(
            Arrival arrival,
            String id,
            @Nullable Registration registration,
            @Nullable Rejection refusal) {

        static Candidate of(Arrival arrival, Event event, Instant now) {
            var id = arrival.registrationId(event.id());
            try {
                var hash = arrival.request().hash();
                return new Candidate(arrival, id, Registration.confirmed(id, event, arrival.party(), hash, now), null);
            } catch (Rejection refusal) {
                return new Candidate(arrival, id, null, refusal);
            }
        }
    }

    Batch(Event event, List<Arrival> arrivals, Instant now) {
        this.event = event;
        this.candidates = arrivals.stream()
                .map(arrival -> Candidate.of(arrival, event, now))
                .toList();
    }

    /** The ids of the registrations this batch may make. */
    Set<String> ids() {
        return candidates.stream().map(Candidate::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Takes places for those who have none yet. May be called again; the last call counts.
     *
     * @param stored those of the batch that are registered already, read after the quotas were
     */
    Change<Quotas> decide(Quotas quotas, Map<String, Registration> stored) {
        known = stored;
        var fresh = candidates.stream()
                .filter(candidate -> !stored.containsKey(candidate.id()))
                .flatMap(candidate -> Optional.ofNullable(candidate.registration()).stream())
                .toList();
        return quotas.settle(stored.keySet()).take(fresh);
    }

    /** Those of the batch that have their places and are now to be stored, also when an earlier try took the places. */
    Map<String, Registration> intents(Quotas quotas) {
        var mine = new LinkedHashMap<>(quotas.intents());
        mine.keySet().retainAll(ids());
        return mine;
    }

    /** What each party is told. A registration that exists is the answer, whatever has changed since it was made. */
    List<Supplier<Registration>> answers(Quotas quotas) {
        return candidates.stream()
                .<Supplier<Registration>>map(candidate -> () -> answer(candidate, quotas))
                .toList();
    }

    private Registration answer(Candidate candidate, Quotas quotas) {
        var registration = known.getOrDefault(candidate.id(), quotas.intents().get(candidate.id()));
        if (registration != null)
            return registration.answering(candidate.arrival().request());
        if (candidate.refusal() != null) throw candidate.refusal();
        throw new SoldOut(left(candidate.arrival().party().tickets(), quotas));
    }

    private Map<String, Integer> left(List<Tickets> wanted, Quotas quotas) {
        var types = wanted.stream().map(Tickets::ticketType).collect(Collectors.toSet());
        return event.ticketTypes().stream()
                .filter(type -> types.contains(type.id()))
                .collect(Collectors.toMap(TicketType::id, type -> quotas.left(type.quotas())));
    }
}
