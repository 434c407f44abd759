package org.sistercities.events.ticket;

import org.sistercities.platform.problem.Rejection;

/** The registration gives nobody a right to enter, or has no guest of this number. */
final class NoTickets extends Rejection {
    NoTickets(String status) {
        super(Reason.CONFLICT, "The registration is " + status + "; it has no such ticket.");
        with("registrationStatus", status);
    }
}
