package org.sistercities.events.person;

import java.time.Instant;
import java.util.List;

/**
 * Somebody was told what is known of them, or had it erased: who did it when, and of which registrations, but not for whom.
 *
 * @param kept registrations that were not erased, because their event is still to come
 */
record Inquiry(String id, Instant at, String by, Act what, List<String> registrations, List<String> kept) {

    /** What was asked for. */
    enum Act {
        EXPORTED,
        ERASED
    }
}
