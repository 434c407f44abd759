package org.sistercities.city.search;

import org.sistercities.city.registry.CitySummary;

/** A candidate with what is known about the city now. */
record Hit(Candidate candidate, CitySummary city, int partnerships) {

    int document() {
        return candidate.document();
    }

    double score() {
        return candidate.tier().weight() + Importance.of(city, partnerships);
    }
}
