package org.sistercities.city.imports;

import static com.mongodb.client.model.Filters.in;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** Writes partnerships of a list in bulk. */
@Component
class PartnershipRecorder {
    private final AggregateStore<Partnership> partnerships;
    private final Network network;

    PartnershipRecorder(AggregateStore<Partnership> partnerships, Network network) {
        this.partnerships = partnerships;
        this.network = network;
    }

    /** What became of a partnership of a list. */
    enum Outcome {
        RECORDED,
        /** It is there already, from an earlier list or signed on this platform. */
        UNCHANGED,
        /** The cities are still on their way to one; a list must not overtake them. */
        UNDER_WAY
    }

    /** What would become of each, by id. */
    Map<String, Outcome> preview(Map<String, Change<Partnership>> batch) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        batch.keySet().forEach(id -> outcomes.put(id, Outcome.RECORDED));
        outcomes.putAll(existing(batch));
        return outcomes;
    }

    /** Records those that are not there yet; what became of each, by id. */
    Map<String, Outcome> record(Map<String, Change<Partnership>> batch) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        var unknown = new LinkedHashMap<String, Change<Partnership>>();
        batch.forEach((id, change) -> {
            if (network.find(id).isPresent()) outcomes.put(id, Outcome.UNCHANGED);
            else unknown.put(id, change);
        });
        var fresh = partnerships.createAll(unknown);
        unknown.forEach((id, change) -> {
            if (!fresh.contains(id)) return;
            network.saw(new Stored<>(id, 1, change.state()));
            outcomes.put(id, Outcome.RECORDED);
        });
        unknown.keySet().removeAll(fresh);
        unknown.keySet().forEach(id -> outcomes.put(id, Outcome.UNCHANGED)); // by its id, however its bond reads now
        outcomes.putAll(existing(unknown));
        return outcomes;
    }

    /** Those whose bond exists: recorded before or by somebody else just now, or signed here, or under way to it. */
    private Map<String, Outcome> existing(Map<String, Change<Partnership>> batch) {
        if (batch.isEmpty()) return Map.of();
        var bonds = batch.values().stream().map(PartnershipRecorder::bond).toList();
        var known = new HashMap<String, Outcome>();
        for (var stored : partnerships.list(in("state." + Partnership.BONDS, bonds), null, bonds.size()))
            known.put(
                    bond(stored.state()), stored.state().status().isUnderWay() ? Outcome.UNDER_WAY : Outcome.UNCHANGED);
        var outcomes = new LinkedHashMap<String, Outcome>();
        batch.forEach((id, change) -> {
            var outcome = known.get(bond(change));
            if (outcome != null) outcomes.put(id, outcome);
        });
        return outcomes;
    }

    private static String bond(Change<Partnership> change) {
        return bond(change.state());
    }

    private static String bond(Partnership partnership) {
        return Partnership.bond(partnership.kind(), partnership.cityIds());
    }
}
