package org.sistercities.events.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * What has come of one line of a list, or would.
 *
 * @param id of the invitation, if there is one
 * @param problem the rule that has refused the line, as the type of a problem
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedLine(
        int line,
        Outcome outcome,
        @Nullable String id,
        @Nullable String problem,
        @Nullable String detail) {

    /** What can come of a line. */
    enum Outcome {
        INVITED,
        WOULD_BE_INVITED,
        /** Invited before; nothing was changed, also if the line says something else now. */
        EXISTS,
        SOLD_OUT,
        REFUSED
    }

    static ListedLine of(int line, Outcome outcome, String id) {
        return new ListedLine(line, outcome, id, null, null);
    }

    static ListedLine unreadable(int line, String detail) {
        return new ListedLine(line, Outcome.REFUSED, null, null, detail);
    }

    static ListedLine refused(int line, Rejection refusal) {
        var outcome = refusal.rule().equals("sold-out") ? Outcome.SOLD_OUT : Outcome.REFUSED;
        return new ListedLine(line, outcome, null, "/problems/" + refusal.rule(), refusal.getMessage());
    }
}
