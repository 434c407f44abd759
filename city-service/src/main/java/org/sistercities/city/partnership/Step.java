package org.sistercities.city.partnership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a partnership; steps are added, never changed. Each is told to the world by exactly one event.
 *
 * @param cityId whose step it was, where it was one side's
 * @param by who told this service: the subject of the access token
 */
public record Step(What what, @Nullable String cityId, String by, Instant at) {

    /** What happened. */
    public enum What {
        PROPOSED,
        AGREED,
        SIGNED,
        /** Entered from a list of earlier years. */
        RECORDED
    }
}
