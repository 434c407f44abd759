package org.sistercities.events.door;

import java.time.Instant;
import java.util.Comparator;

/**
 * A device, or somebody of the team, has let a guest in.
 *
 * @param id chosen by the device, the same however often it is sent
 * @param by the device or the person
 */
record Scan(String id, Instant at, String by) {
    static final Comparator<Scan> EARLIEST_FIRST =
            Comparator.comparing(Scan::at).thenComparing(Scan::id);
}
