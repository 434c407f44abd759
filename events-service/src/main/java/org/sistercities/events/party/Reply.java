package org.sistercities.events.party;

import java.time.Instant;
import java.util.Optional;

/** What has become of an invitation. */
public enum Reply {
    AWAITED,
    ACCEPTED,
    REGRETTED,
    /** The events team has taken it back, or the event is called off. */
    WITHDRAWN,
    /** Nothing was answered in time. */
    EXPIRED;

    /** What stands now; an invitation whose time has run out has expired at once. */
    public static Reply of(Registration invitation, Instant now) {
        return switch (invitation.standing().at(now)) {
            case HELD, OFFERED, WAITLISTED, AWAITING_APPROVAL -> AWAITED;
            case CONFIRMED, AWAITING_PAYMENT -> ACCEPTED;
            case EXPIRED -> EXPIRED;
            case CANCELLED, REJECTED -> isRegretted(invitation) ? REGRETTED : WITHDRAWN;
        };
    }

    private static boolean isRegretted(Registration invitation) {
        return invitation.history().reversed().stream()
                .map(Entry::what)
                .filter(act -> act == Entry.Act.REGRETTED || act == Entry.Act.CANCELLED)
                .findFirst()
                .equals(Optional.of(Entry.Act.REGRETTED));
    }
}
