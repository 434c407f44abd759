package org.sistercities.city.partnership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Stored;

/**
 * A partnership in short, as every replica holds it in memory.
 *
 * @param steps how many steps its history has; as each is told by one event, also the sequence of its newest event
 */
public record PartnershipSummary(
        String id,
        long revision,
        int steps,
        Kind kind,
        Status status,
        List<String> cityIds,
        @Nullable String since,
        List<Milestone> milestones) {

    static PartnershipSummary of(Stored<Partnership> stored) {
        var partnership = stored.state();
        var since = partnership.since();
        return new PartnershipSummary(
                stored.id(),
                stored.revision(),
                partnership.history().size(),
                partnership.kind(),
                partnership.status(),
                partnership.cityIds().stream().map(String::intern).toList(),
                since == null ? null : since.iso(),
                Milestone.of(partnership));
    }

    boolean isNewerThan(PartnershipSummary other) {
        return revision > other.revision;
    }
}
