package org.sistercities.events.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sistercities.events.registration.Held.Slot;

/** The places of an event while a change of them is decided: how many there are, are taken, and are kept until when. */
final class Places {
    private final Map<String, Quota> quotas = new LinkedHashMap<>();
    private final TreeMap<Instant, Map<String, Integer>> slots = new TreeMap<>();
    private final Map<String, Integer> held = new HashMap<>();
    private Instant lapsed;
    private boolean recorded;

    Places(Collection<Quota> quotas, Held held) {
        quotas.forEach(quota -> this.quotas.put(quota.id(), quota));
        held.slots().forEach(slot -> hold(slot.until(), slot.draws()));
        lapsed = held.lapsed();
        recorded = held.recorded();
    }

    /** Gives up what was kept until now or earlier; says whether there was any. */
    boolean lapse(Instant now) {
        var over = slots.headMap(now, true);
        if (over.isEmpty()) return false;
        lapsed = over.lastKey();
        recorded = false;
        over.values().forEach(draws -> draws.forEach((quota, places) -> held.merge(quota, -places, Integer::sum)));
        over.clear();
        return true;
    }

    boolean fit(Map<String, Integer> draws) {
        return draws.entrySet().stream().allMatch(draw -> free(draw.getKey()) >= draw.getValue());
    }

    /** Places of a quota that are neither taken nor kept; of one the event does not have, none. */
    int free(String id) {
        var quota = quotas.get(id);
        return quota == null ? 0 : quota.capacity() - quota.taken() - held.getOrDefault(id, 0);
    }

    void take(Map<String, Integer> draws) {
        draws.forEach((id, places) -> quotas.computeIfPresent(id, (_, quota) -> quota.take(places)));
    }

    void giveBack(Map<String, Integer> draws) {
        draws.forEach((id, places) -> quotas.computeIfPresent(id, (_, quota) -> {
            if (quota.taken() < places) throw new Overtaken(places + " of " + id + " are not taken");
            return quota.take(-places);
        }));
    }

    void hold(Instant until, Map<String, Integer> draws) {
        var slot = slots.computeIfAbsent(until, _ -> new LinkedHashMap<>());
        draws.forEach((quota, places) -> {
            slot.merge(quota, places, Integer::sum);
            held.merge(quota, places, Integer::sum);
        });
    }

    void letGo(Instant until, Map<String, Integer> draws) {
        var slot = slots.getOrDefault(until, Map.of());
        draws.forEach((quota, places) -> {
            int rest = slot.getOrDefault(quota, 0) - places;
            if (rest < 0) throw new Overtaken(places + " of " + quota + " are not kept until " + until);
            if (rest == 0) slot.remove(quota);
            else slot.put(quota, rest);
            held.merge(quota, -places, Integer::sum);
        });
        if (slot.isEmpty()) slots.remove(until);
    }

    void resize(String id, int capacity) {
        var quota = quotas.get(id);
        if (quota == null) throw new NoSuchQuota(id);
        int kept = held.getOrDefault(id, 0);
        if (capacity < quota.taken() + kept) throw new BelowWhatIsTaken(id, quota.taken(), kept);
        quotas.put(id, quota.of(capacity));
    }

    boolean has(String id) {
        return quotas.containsKey(id);
    }

    void add(Quota quota) {
        quotas.putIfAbsent(quota.id(), quota);
    }

    void close(String id) {
        quotas.computeIfPresent(id, (_, quota) -> quota.of(quota.taken() + held.getOrDefault(id, 0)));
    }

    List<Quota> quotas() {
        return List.copyOf(quotas.values());
    }

    Held held() {
        var kept = slots.entrySet().stream()
                .map(slot -> new Slot(slot.getKey(), Map.copyOf(slot.getValue())))
                .toList();
        return new Held(kept, lapsed, recorded);
    }
}
