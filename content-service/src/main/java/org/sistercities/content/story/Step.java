package org.sistercities.content.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a story.
 *
 * @param number counts the story's steps from 1
 * @param by the caller's name, or {@value #SYSTEM}
 */
public record Step(
        int number,
        Act act,
        String by,
        Instant at,
        @Nullable String note) {
    /** Who does what nobody does. */
    public static final String SYSTEM = "system";

    /** What was done. */
    public enum Act {
        DRAFTED,
        WRITTEN,
        /** Words of an earlier revision were made the draft. */
        RESTORED,
        DISCARDED,
        SUBMITTED,
        RETURNED,
        APPROVED,
        SCHEDULED,
        PUBLISHED,
        /** It was to be published at this time and could not be; the note says why. */
        NOT_PUBLISHED,
        UNPUBLISHED,
        /** Something has happened that an editor should look at. */
        FLAGGED,
        UNFLAGGED
    }
}
