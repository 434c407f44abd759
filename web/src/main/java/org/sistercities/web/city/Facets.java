package org.sistercities.web.city;

import java.util.List;

/** How many cities match a search, and how many of each kind. */
record Facets(
        long total,
        long seeking,
        long members,
        List<Count> countries,
        List<Count> continents,
        List<Count> kinds,
        List<Count> statuses) {

    record Count(String value, long count) {}
}
