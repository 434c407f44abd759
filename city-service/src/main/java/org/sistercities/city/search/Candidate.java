package org.sistercities.city.search;

/** A city that matches in some way. */
record Candidate(Entry entry, Tier tier) {}
