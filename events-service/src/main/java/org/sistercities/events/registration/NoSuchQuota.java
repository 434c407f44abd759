package org.sistercities.events.registration;

import org.sistercities.platform.problem.Rejection;

/** The event has no quota of this name. */
public final class NoSuchQuota extends Rejection {
    NoSuchQuota(String quota) {
        super(Reason.NOT_FOUND, "This event has no quota " + quota + ".");
    }
}
