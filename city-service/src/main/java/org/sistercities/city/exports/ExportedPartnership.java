package org.sistercities.city.exports;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.PartnershipSummary;
import org.sistercities.city.registry.CitySummary;

/** A partnership and its cities as they are today, two or more. */
record ExportedPartnership(PartnershipSummary partnership, List<CitySummary> cities) {

    String id() {
        return partnership.id();
    }

    /** An ISO date, year-month or year. */
    @Nullable
    String since() {
        return partnership.since();
    }

    String name() {
        return cities.stream().map(CitySummary::name).collect(Collectors.joining(" – "));
    }
}
