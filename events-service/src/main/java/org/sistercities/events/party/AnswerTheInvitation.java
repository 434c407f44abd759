package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** What is an invitation is answered, renewed or withdrawn; the steps of those who came by themselves are not for it. */
public final class AnswerTheInvitation extends Rejection {
    AnswerTheInvitation(String id) {
        super(Reason.CONFLICT, "This is an invitation; it is answered under /api/v1/invitations/" + id + ".");
    }
}
