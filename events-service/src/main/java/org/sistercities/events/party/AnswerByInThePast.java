package org.sistercities.events.party;

import java.time.Instant;
import org.sistercities.platform.problem.Rejection;

/** Whoever is invited has time to answer. */
public final class AnswerByInThePast extends Rejection {
    AnswerByInThePast(Instant answerBy) {
        super(Reason.INVALID, "There would be no time to answer until " + answerBy + ".");
        with("answerBy", answerBy);
    }
}
