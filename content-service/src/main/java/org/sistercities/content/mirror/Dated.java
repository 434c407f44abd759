package org.sistercities.content.mirror;

import java.time.Instant;

/** A state that says when it was stored. */
public interface Dated {

    /** When, as text that sorts by time and is nobody else's: see {@link #key}. */
    String changed();

    /** Sorts by time and is unique; without an id less than that of all later ones. */
    static String key(Instant time, String id) {
        return "%014d-%s".formatted(time.toEpochMilli(), id);
    }

    /** The time in a key. */
    static Instant time(String key) {
        return Instant.ofEpochMilli(Long.parseLong(key.substring(0, key.indexOf('-'))));
    }
}
