package org.sistercities.web.frontpage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An edition of the front page as editors see it. */
record Edition(
        String id,
        String stage,
        @Nullable Instant from,
        JsonNode slots,
        @Nullable String note,
        String by,
        Instant at) {

    record Listed(List<Edition> items, @Nullable String next) {}

    /** What is on it, in its order. */
    public List<String> kinds() {
        return slots.valueStream().map(slot -> slot.path("kind").asString("")).toList();
    }
}
