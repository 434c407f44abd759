package org.sistercities.web.representative;

import java.time.Instant;

/** A city's open listing on the seeking board, as everybody sees it. */
record Listing(String text, Instant postedAt, Instant until) {}
