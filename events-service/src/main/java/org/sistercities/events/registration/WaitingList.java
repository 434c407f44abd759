package org.sistercities.events.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The waiting list of an event while a change of its quotas is decided: parties in order, none of them split. */
final class WaitingList {
    private final Map<String, Waiting> parties = new LinkedHashMap<>();
    private final Map<String, Integer> waitedFor = new HashMap<>();

    WaitingList(Collection<Waiting> waiting) {
        waiting.forEach(this::add);
    }

    void add(Waiting party) {
        parties.put(party.registrationId(), party);
        party.draws().keySet().forEach(quota -> waitedFor.merge(quota, 1, Integer::sum));
    }

    void remove(String registrationId) {
        var party = parties.remove(registrationId);
        if (party == null) throw new Overtaken(registrationId + " does not wait");
        party.draws().keySet().forEach(quota -> waitedFor.merge(quota, -1, Integer::sum));
    }

    int size() {
        return parties.size();
    }

    /** Whether somebody waits for places of this quota. */
    boolean isWaitedFor(String quota) {
        return waitedFor.getOrDefault(quota, 0) > 0;
    }

    /**
     * Serves in order whom it can. A party nobody can serve yet keeps those behind it from the quotas it needs, so that a
     * large party is not passed by small ones for ever.
     *
     * @param serve serves a party if there are places for it, and says so
     */
    void serve(Predicate<Waiting> serve) {
        var blocked = new HashSet<String>();
        for (var party : new ArrayList<>(parties.values())) {
            var quotas = party.draws().keySet();
            if (Collections.disjoint(blocked, quotas) && serve.test(party)) remove(party.registrationId());
            else blocked.addAll(quotas);
        }
    }

    List<Waiting> parties() {
        return List.copyOf(parties.values());
    }
}
