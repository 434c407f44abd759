package org.sistercities.content.editing;

import org.sistercities.content.story.Step;
import org.sistercities.platform.problem.Rejection;

/** The step has no words to compare or to restore. */
final class WroteNothing extends Rejection {
    WroteNothing(Step step) {
        super(Reason.CONFLICT, "Step " + step.number() + " is " + step.act() + ": it wrote no words.");
    }
}
