package org.sistercities.events.registering;

import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Entry;
import org.sistercities.platform.problem.Rejection;

/** What the events team does to a party's registration, it gives a reason for. */
final class ReasonMissing extends Rejection {
    ReasonMissing() {
        super(Reason.INVALID, "Say why: reason is missing.");
    }

    /** The reason given; a party needs none. */
    static @Nullable String orReason(String by, @Nullable String reason) {
        if (!by.equals(Entry.GUEST) && (reason == null || reason.isBlank())) throw new ReasonMissing();
        return reason;
    }
}
