package org.sistercities.events.registration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Tickets;
import org.sistercities.events.party.Intent;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/** Those who are served by one change of the quotas. */
final class Batch {
    private final Setting setting;
    private final List<Arrival> arrivals;
    private final List<String> ids;
    private final Map<Integer, Rejection> refused = new LinkedHashMap<>();
    private Map<String, Registration> stored = Map.of();
    private Set<String> touched = Set.of();

    Batch(Setting setting, List<Arrival> arrivals) {
        this.setting = setting;
        this.arrivals = arrivals;
        this.ids = arrivals.stream()
                .map(arrival -> arrival.registrationId(setting.event().id()))
                .toList();
    }

    /** The registrations this batch is about. */
    Set<String> ids() {
        return new LinkedHashSet<>(ids);
    }

    /**
     * Serves each in turn. May be called again; the last call counts.
     *
     * @param found those of the batch's registrations that exist, read after the quotas were
     */
    Change<Quotas> decide(Quotas quotas, Map<String, Registration> found) {
        refused.clear();
        stored = found;
        var ledger = new Ledger(quotas, setting);
        ledger.settle(found.values());
        for (int i = 0; i < ids.size(); i++) serve(i, ledger);
        touched = ledger.touched();
        return Change.of(ledger.quotas());
    }

    /** What is now to be written, also what an earlier try or another replica has decided for registrations of this batch. */
    Map<String, Intent> intents(Quotas quotas) {
        var concerned = new HashSet<>(ids);
        concerned.addAll(touched);
        var mine = new LinkedHashMap<>(quotas.intents());
        mine.keySet().retainAll(concerned);
        return mine;
    }

    /** What each is told: the registration as it is now, or why not. */
    List<Supplier<Registration>> answers(Quotas quotas) {
        var answers = new ArrayList<Supplier<Registration>>();
        for (int i = 0; i < ids.size(); i++) {
            var refusal = refused.get(i);
            var id = ids.get(i);
            answers.add(() -> {
                if (refusal != null) throw refusal;
                return registration(id, quotas);
            });
        }
        return answers;
    }

    private void serve(int i, Ledger ledger) {
        var id = ids.get(i);
        try {
            var current = ledger.registration(id, stored.get(id));
            var plan = arrivals.get(i).plan(current, ledger.setting());
            if (!ledger.carryOut(id, current, plan))
                throw soldOut(plan.choices().getFirst().applied(current), ledger);
        } catch (Rejection refusal) {
            refused.put(i, refusal);
        }
    }

    private Registration registration(String id, Quotas quotas) {
        var known = stored.get(id);
        var intent = quotas.intents().get(id);
        if (intent != null) return intent.applied(known);
        if (known != null) return known;
        throw new IllegalStateException("registration " + id + " was neither stored nor decided");
    }

    private Rejection soldOut(Registration refused, Ledger ledger) {
        var code = refused.order().code();
        if (code != null && code.uses() != null && ledger.free(Code.quota(code.code())) == 0)
            return new CodeUsedUp(code.code());
        var wanted = refused.order().tickets().stream().map(Tickets::ticketType).collect(Collectors.toSet());
        var types = setting.event().ticketTypes().stream()
                .filter(type -> wanted.contains(type.id()))
                .toList();
        var left = new LinkedHashMap<String, Integer>();
        types.forEach(type -> left.put(type.id(), ledger.left(type.quotas())));
        return new SoldOut(left, types.stream().anyMatch(type -> ledger.isWaitedFor(type.quotas())));
    }
}
