package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** A history is kept for ever, so a party cannot make it grow without end. */
public final class TooManyChanges extends Rejection {
    TooManyChanges(int changes) {
        super(Reason.CONFLICT, "This registration has been changed " + changes + " times; ask the events team.");
    }
}
