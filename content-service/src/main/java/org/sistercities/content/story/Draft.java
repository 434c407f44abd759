package org.sistercities.content.story;

import java.time.Instant;

/**
 * What is being worked on, beside what visitors read.
 *
 * @param version the step that wrote it
 * @param by who wrote it, and when
 */
public record Draft(int version, Copy copy, Stage stage, String by, Instant at) {

    /** How far it has come. */
    public enum Stage {
        DRAFT,
        /** Its author thinks it is done. */
        IN_REVIEW,
        /** An editor thinks so, too. */
        APPROVED
    }

    Draft at(Stage next) {
        return new Draft(version, copy, next, by, at);
    }
}
