package org.sistercities.events.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sistercities.events.event.Code;
import org.sistercities.events.party.Intent;

/**
 * All quotas of one event, in one aggregate, so that a party takes places from several of them or from none.
 *
 * <p>A registration lives in a document of its own, and the database changes one document at a time. So the change that moves
 * places also leaves the registration's step here as an intent; then the step is written to the registration, and only then
 * the intent is dropped. Whoever finds an intent may finish it: a registration makes each step once.
 *
 * @param edition grows when the events team changes capacities, and not when parties come and go
 * @param waiting the waiting list, in order
 * @param intents what may not be written yet, by registration
 */
public record Quotas(
        String eventId,
        int edition,
        List<Quota> quotas,
        Held held,
        List<Waiting> waiting,
        Map<String, Intent> intents) {

    public static Quotas of(String eventId, List<Quota> quotas) {
        return new Quotas(eventId, 1, quotas, Held.NOTHING, List.of(), Map.of());
    }

    /** The same quotas for another event, nothing taken; codes are an event's own. */
    public Quotas emptied(String newEventId) {
        var empty = ofPlaces()
                .map(quota -> new Quota(quota.id(), quota.name(), quota.capacity(), 0))
                .toList();
        return of(newEventId, empty);
    }

    /** What ticket types may draw from. */
    public List<String> ids() {
        return ofPlaces().map(Quota::id).toList();
    }

    /** All but those that count a code's uses. */
    private Stream<Quota> ofPlaces() {
        return quotas.stream().filter(quota -> !Code.isQuotaOfACode(quota.id()));
    }

    /** Drops the intents of registrations that have made so many steps. */
    Quotas settle(Map<String, Integer> steps) {
        var open = new LinkedHashMap<>(intents);
        steps.forEach((id, step) -> open.computeIfPresent(id, (_, intent) -> intent.isDone(step) ? null : intent));
        return new Quotas(eventId, edition, quotas, held, waiting, open);
    }

    /** What was decided before this instant and may not be written yet. */
    Map<String, Intent> intentsBefore(Instant instant) {
        var old = new LinkedHashMap<>(intents);
        old.values().removeIf(intent -> !intent.since().isBefore(instant));
        return old;
    }

    /** How many tickets drawing from all of these somebody who comes now can have; none, if others wait for them. */
    public int left(Collection<String> quotaIds, Instant now) {
        if (waiting.stream().anyMatch(party -> quotaIds.stream().anyMatch(party.draws()::containsKey))) return 0;
        return quotas.stream()
                .filter(quota -> quotaIds.contains(quota.id()))
                .mapToInt(quota -> free(quota, now))
                .min()
                .orElse(0);
    }

    /** Places of a quota that are neither taken nor kept for anybody. */
    public int free(Quota quota, Instant now) {
        return quota.capacity() - quota.taken() - held.of(quota.id(), now);
    }

    /** How much of a quota is taken or held at the moment of its last change. */
    public int used(String quotaId) {
        return quotas.stream()
                .filter(quota -> quota.id().equals(quotaId))
                .mapToInt(quota -> quota.taken() + held.of(quotaId, held.lapsed()))
                .sum();
    }

    /** Where a party stands in line, from 1; 0 when it does not wait. */
    public int position(String registrationId) {
        return waiting.stream().map(Waiting::registrationId).toList().indexOf(registrationId) + 1;
    }

    /** Whether something has run out that is not recorded with its registration. */
    boolean needsRecording(Instant now) {
        return !held.recorded()
                || held.slots().stream().anyMatch(slot -> !slot.until().isAfter(now));
    }

    /** Whether a registration that has run out is still to be written, so that nobody can find it yet. */
    boolean awaitsExpiry() {
        return intents.values().stream().anyMatch(intent -> intent.endsBy(held.lapsed()));
    }

    /** The registrations of everything that ran out are recorded as expired. */
    Quotas allRecorded() {
        return new Quotas(eventId, edition, quotas, new Held(held.slots(), held.lapsed(), true), waiting, intents);
    }
}
