package org.sistercities.events.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercities.platform.aggregate.Change;

/**
 * All quotas of one event, in one aggregate, so that a party takes places from several of them or from none.
 *
 * <p>A registration lives in a document of its own, and the database changes one document at a time. So the change that takes
 * the places also leaves the whole registration here as an intent; then the registration is stored, and only then the intent
 * is dropped. Whoever finds an intent may finish it: the registration's id is derived from the request, so storing it twice
 * comes to storing it once.
 *
 * @param intents registrations that have their places and may not be stored yet, by id
 */
public record Quotas(String eventId, List<Quota> quotas, Map<String, Registration> intents) {

    public static Quotas of(String eventId, List<Quota> quotas) {
        return new Quotas(eventId, quotas, Map.of());
    }

    /** The same quotas for another event, nothing taken. */
    public Quotas emptied(String newEventId) {
        var empty = quotas.stream()
                .map(quota -> new Quota(quota.id(), quota.name(), quota.capacity(), 0))
                .toList();
        return of(newEventId, empty);
    }

    public List<String> ids() {
        return quotas.stream().map(Quota::id).toList();
    }

    /** Drops the intents of registrations that are stored. */
    Quotas settle(Collection<String> stored) {
        var open = new LinkedHashMap<>(intents);
        open.keySet().removeAll(stored);
        return new Quotas(eventId, quotas, open);
    }

    /**
     * Takes places for each party in turn; one that does not fit takes nothing, and one that has its places already takes no
     * others. None of them may be stored yet.
     */
    Change<Quotas> take(List<Registration> parties) {
        var open = new LinkedHashMap<>(intents);
        var taken = new HashMap<String, Integer>();
        for (var party : parties) {
            var draws = party.claim().draws();
            if (open.containsKey(party.id()) || !fits(draws, taken)) continue;
            draws.forEach((quota, places) -> taken.merge(quota, places, Integer::sum));
            open.put(party.id(), party);
        }
        var next = quotas.stream()
                .map(quota -> quota.take(taken.getOrDefault(quota.id(), 0)))
                .toList();
        return Change.of(new Quotas(eventId, next, open));
    }

    /** The intents of registrations confirmed before this instant. */
    Map<String, Registration> intentsBefore(Instant instant) {
        var old = new LinkedHashMap<>(intents);
        old.values().removeIf(registration -> !registration.confirmedAt().isBefore(instant));
        return old;
    }

    /** How many tickets drawing from all of these can still be had. */
    public int left(Collection<String> quotaIds) {
        return quotas.stream()
                .filter(quota -> quotaIds.contains(quota.id()))
                .mapToInt(Quota::left)
                .min()
                .orElse(0);
    }

    private boolean fits(Map<String, Integer> draws, Map<String, Integer> taken) {
        return draws.entrySet().stream()
                .allMatch(
                        draw -> left(List.of(draw.getKey())) - taken.getOrDefault(draw.getKey(), 0) >= draw.getValue());
    }
}
