package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** Only held places are nobody's; whoever confirms, waits or pays says who they are. */
public final class ContactMissing extends Rejection {
    ContactMissing() {
        super(Reason.INVALID, "Say who speaks for the party: contact is missing.");
    }
}
