package org.sistercities.content.editing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Step;

/**
 * A step in the list of a story's steps.
 *
 * @param headline of the words it wrote; absent when it wrote none
 */
record RevisionItem(
        int number,
        Step.Act act,
        String by,
        Instant at,
        @Nullable String note,
        @Nullable String headline) {

    static RevisionItem of(Revision revision) {
        var step = revision.step();
        var text = revision.text();
        return new RevisionItem(
                step.number(), step.act(), step.by(), step.at(), step.note(), text == null ? null : text.headline());
    }
}
