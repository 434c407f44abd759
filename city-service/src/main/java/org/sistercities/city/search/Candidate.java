package org.sistercities.city.search;

/** A city that matches in some way. */
record Candidate(Entry entry, Tier tier) {

    /** Of two ways in which the same city matches, the one that counts. */
    Candidate better(Candidate other) {
        return tier.weight() >= other.tier.weight() ? this : other;
    }
}
