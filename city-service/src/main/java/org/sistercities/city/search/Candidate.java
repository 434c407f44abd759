package org.sistercities.city.search;

/** A city the index has found; {@code document} is the index's own number for it. */
record Candidate(int document, String cityId, Tier tier) {}
