package org.sistercities.city.partnership;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, for which side, when, and on what evidence.
 *
 * @param cityId the side it is done for; null when for no single one
 * @param by the subject of the access token
 * @param note in somebody's own words
 * @param link to a document
 * @param at to the millisecond, as the database keeps it
 */
public record Act(
        @Nullable String cityId,
        String by,
        @Nullable String note,
        @Nullable String link,
        Instant at) {

    public Act {
        at = at.truncatedTo(MILLIS); // seals must be the same when computed from what was stored
    }

    public static Act by(String by, Instant at) {
        return new Act(null, by, null, null, at);
    }

    boolean concerns(String side) {
        return cityId == null || cityId.equals(side);
    }
}
