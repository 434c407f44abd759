package org.sistercities.city.partnership;

import java.time.Instant;
import org.sistercities.platform.aggregate.Stored;

/** Partnerships as replicas hold them in memory, for the specifications of other rooms. */
public final class Summaries {

    private Summaries() {}

    /** One that stands since {@code since}: an ISO year, year-month or date, or null. */
    public static PartnershipSummary standingSince(String since) {
        var began = since == null ? null : new PartialDate(since);
        var parties = APartnership.parties("seattle", "bergen");
        var recorded = Partnership.recorded(Kind.SISTER, parties, began, "ada", Instant.EPOCH)
                .state();
        return PartnershipSummary.of(new Stored<>(recorded.id(), 1, recorded));
    }
}
