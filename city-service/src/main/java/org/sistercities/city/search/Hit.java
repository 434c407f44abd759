package org.sistercities.city.search;

import java.util.Optional;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.registry.CitySummary;

/** A candidate with what is known about the city now. */
record Hit(Candidate candidate, int partnerships, double score) {
    private static final double AS_ACCENTED = 1.5;
    private static final double HERE = 2;
    private static final double HALF_AFTER_KILOMETRES = 50;

    CitySummary city() {
        return candidate.entry().city();
    }

    /**
     * Accents that agree count, as most people leave them out. Nearness counts as much as a better way to match, and fades with
     * distance.
     */
    static Hit of(Candidate candidate, Typed typed, int partnerships, Optional<Coordinates> near) {
        var entry = candidate.entry();
        double nearness = near.map(
                        here -> HERE / (1 + here.kilometresTo(entry.city().coordinates()) / HALF_AFTER_KILOMETRES))
                .orElse(0.0);
        double accents = typed.hasAccentsOf(entry.names()) ? AS_ACCENTED : 0;
        double score = candidate.tier().weight()
                + entry.importance()
                + Importance.ofPartnerships(partnerships)
                + accents
                + nearness;
        return new Hit(candidate, partnerships, score);
    }
}
